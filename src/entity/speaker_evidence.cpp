#include "entity/speaker_evidence.h"

#include <algorithm>

#include "entity/called_names.h"
#include "entity/grammatical_role.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kNearTop = 8, kNearEnd = 4;  // blocks
constexpr uint32_t kLongestLabel = 5;           // tokens
constexpr uint32_t kMuchDialogue = 10;          // percent of the tokens
constexpr size_t kProse = 30;                   // tokens in a paragraph, in the mean

const Lexicon& speech_words() {
  static const Lexicon words("data/entity/speech_words.tsv");
  return words;
}

const Lexicon& titles() {
  static const Lexicon words("data/entity/titles.tsv");
  return words;
}

const Lexicon& forms_of_address() {
  static const Lexicon words("data/entity/forms_of_address.txt");
  return words;
}

bool announces(std::string_view word) {
  return speech_words().field(word, 0) == "announce" || speech_words().field(word, 1) == "announce";
}

}  // namespace

uint32_t how_spoken(const Document& document, const std::vector<uint8_t>& in_quotation) {
  size_t count = 0, words = 0;
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (in_quotation[i] || !document.token(i).is_word()) continue;
    ++words;
    const std::string_view word = document.lower(i);
    count += word == "i" || word == "you" || word == "my" || word == "your" || word == "me" ? 1 : 0;
  }
  const size_t permille = words == 0 ? 0 : 1000 * count / words;
  return permille < 3 ? 0 : permille < 15 ? 1 : permille < 40 ? 2 : 3;
}

SpeakerClues::SpeakerClues(const Document& document, const EntityAnalysis& analysis,
                           const std::vector<uint8_t>& in_quotation)
    : document_(document),
      in_quotation_(in_quotation),
      signs_(analysis.entities.size()),
      person_at_(document.tokens().size(), kNoEntity),
      label_(document.blocks().size(), kNoEntity),
      addressed_by_(document.blocks().size(), kNoEntity),
      addressed_after_(document.blocks().size(), kNoEntity),
      labelled_(document.blocks().size()),
      asks_(document.blocks().size()),
      block_tokens_(document.blocks().size()),
      spoken_(how_spoken(document, in_quotation)) {
  for (const Sentence& sentence : document.sentences()) {
    IndexRange& tokens = block_tokens_[sentence.block];
    if (tokens.empty()) tokens.first = sentence.tokens.first;
    tokens.last = sentence.tokens.last;
  }
  size_t blocks = 0;
  for (const IndexRange& tokens : block_tokens_) blocks += tokens.empty() ? 0 : 1;
  prose_ = document.tokens().size() >= kProse * blocks;
  size_t quoted = 0;
  for (const uint8_t inside : in_quotation) quoted += inside;
  dialogue_ = quoted * 100 > kMuchDialogue * document.tokens().size();
  for (const Mention& mention : analysis.mentions) {
    if (analysis.entities[mention.entity].type != EntityType::kPerson || mention.kind == MentionKind::kNominal)
      continue;
    for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) person_at_[i] = mention.entity;
    if (mention.kind == MentionKind::kName) {
      read_name(mention);
    } else if (!in_quotation_[mention.tokens.first]) {
      see(mention.entity, document_.sentence(document_.sentence_of(mention.tokens.first)).block, Seen::kSpokenOf);
    }
  }
  for (uint32_t block = 1; block < addressed_by_.size(); ++block) {
    if (addressed_by_[block] == kNoEntity) addressed_by_[block] = addressed_by_[block - 1];
  }
  for (size_t block = addressed_after_.size(); block-- > 1;) {
    if (addressed_after_[block - 1] == kNoEntity) addressed_after_[block - 1] = addressed_after_[block];
  }
  read_blocks();
  choose_narrator();
}

/// The headline, or a line that stands over the beginning of the text.
bool SpeakerClues::is_heading(uint32_t block) const {
  const BlockKind kind = document_.blocks()[block].kind;
  return kind == BlockKind::kHeadline || (kind == BlockKind::kSubheading && block < kNearTop / 2);
}

void SpeakerClues::read_name(const Mention& mention) {
  const IndexRange tokens = mention.tokens;
  const uint32_t block = document_.sentence(document_.sentence_of(tokens.first)).block;
  const IndexRange whole = block_tokens_[block];
  const BlockKind kind = document_.blocks()[block].kind;
  const auto blocks = static_cast<uint32_t>(document_.blocks().size());
  const bool near_start = tokens.first * 10 < document_.tokens().size() || block < 3;
  Signs& row = signs_[mention.entity];
  by_last_word_.emplace(document_.lower(tokens.last - 1), mention.entity);
  const auto before = [&](uint32_t n) {
    return tokens.first >= whole.first + n ? document_.lower(tokens.first - n) : std::string_view();
  };
  if (before(1) == "dear" && tokens.first == whole.first + 1 && reader_ == kNoEntity) reader_ = mention.entity;
  if (speech_words().field(document_.lower(tokens.last - 1), 0) == "exclaim") row.called_on = true;
  const bool addressed = is_addressed(mention, whole);
  if (in_quotation_[tokens.first]) {
    row.quoted_address += addressed ? 1 : 0;
    return;
  }
  row.told_of = true;
  if (is_heading(block)) row.headline = true;
  // A line of its own: but for a word or two nothing else stands in the block, and no full stop ends it.
  const bool alone = whole.size() <= tokens.size() + 3 && !document_.token(whole.last - 1).is_punctuation();
  const bool by = document_.lower(whole.first) == "by" && block < kNearTop;
  if (kind == BlockKind::kByline || (alone && (by || block == 1))) row.byline = true;
  if (alone && block > 2 && block + kNearEnd >= blocks) row.signature = true;
  const bool is = before(1) == "is" || before(1) == "'s";
  const bool am = before(1) == "'m" || before(1) == "am";
  const bool names_itself = is_predicate_of_i(tokens) || is_host(tokens) || (before(2) == "i" && am) ||
                            (is && (before(2) == "this" || before(2) == "it")) ||
                            (before(2) == "name" && is && before(3) == "my");
  see(mention.entity, block, names_itself ? Seen::kNamesItself : addressed ? Seen::kAddressed : Seen::kSpokenOf);
  for (uint32_t n = 1; n <= 3; ++n) {
    if (speech_words().field(before(n), 0) != "introduce") continue;
    see(mention.entity, block, Seen::kIntroduced);
    break;
  }
  if (is_called_here(document_, tokens.first)) row.called = true;
  // "Ms Lee?", "Over to you, Ann.": the end of what somebody says.
  const IndexRange sentence = document_.sentence(document_.sentence_of(tokens.first)).tokens;
  const auto is_floor = [&](uint32_t n) { return speech_words().field(before(n), 0) == "floor"; };
  const bool titled = forms_of_address().contains(document_.lower(sentence.first)) ||
                      titles().contains(document_.lower(sentence.first)) || document_.norm(sentence.last - 1) == "?";
  const bool own = titled && sentence.size() <= tokens.size() + 2 && tokens.last < sentence.last;
  const bool last = tokens.last + 1 >= sentence.last;
  if (sentence.last == whole.last && (own || (last && (is_floor(1) || is_floor(2) || is_floor(3) || is_floor(4)))) &&
      block < kNearTop && document_.blocks()[block].is_story())
    row.given_floor = true;
  if (!near_start) return;
  if ((before(2) == "i" && am) || (before(2) == "name" && is && before(3) == "my")) row.named_himself = true;
  const std::string_view after = tokens.last < whole.last ? document_.lower(tokens.last) : ".";
  const bool pause = after == "here" || after == "and" || after == "again" || after == "from" || after == "," ||
                     after == "." || after == "!";
  if (is && (before(2) == "this" || before(2) == "it") && pause) row.presented = true;
  for (uint32_t n = 1; n <= 3; ++n) {
    if (speech_words().field(before(n), 0) == "interview") row.interviewed = true;
  }
}

bool SpeakerClues::is_addressed(const Mention& mention, IndexRange block) const {
  const IndexRange tokens = mention.tokens;
  if (role_of(document_, head_word(document_, tokens)) == Role::kVocative) return true;
  const auto is_end = [&](uint32_t i) { return document_.token(i).is_punctuation(); };
  const bool ends = tokens.last >= block.last || is_end(tokens.last);
  if (!ends) return false;
  if (tokens.first == block.first || (tokens.first == block.first + 1 && !document_.token(block.first).is_word()))
    return tokens.last + 1 >= block.last || document_.norm(tokens.last) == ",";
  const std::string_view before = document_.lower(tokens.first - 1);
  if (speech_words().field(before, 0) == "address") return true;
  return before == "," && tokens.first >= block.first + 2 &&
         speech_words().field(document_.lower(tokens.first - 2), 0) == "address";
}

/// "I'm your host as always, Ann Lee".
bool SpeakerClues::is_host(IndexRange tokens) const {
  const uint32_t start = document_.sentence(document_.sentence_of(tokens.first)).tokens.first;
  for (uint32_t i = tokens.first; i > start && i + 6 > tokens.first; --i) {
    const Upos upos = document_.grammar(i - 1).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPropn) return false;
    if (speech_words().field(document_.lower(i - 1), 0) != "host") continue;
    for (uint32_t k = i - 1; k > start && k + 6 > i; --k) {
      if (document_.lower(k - 1) == "i" && document_.grammar(k - 1).head == i - 1) return true;
    }
  }
  return false;
}

/// "I'm Ann Lee", "I am your host, Ann Lee".
bool SpeakerClues::is_predicate_of_i(IndexRange tokens) const {
  const uint32_t start = document_.sentence(document_.sentence_of(tokens.first)).tokens.first;
  uint32_t head = head_word(document_, tokens);
  if (document_.grammar(head).relation == "appos") head = document_.grammar(head).head;
  for (uint32_t i = tokens.first; i > start && i + 10 > tokens.first; --i) {
    const TokenGrammar& word = document_.grammar(i - 1);
    if (document_.lower(i - 1) == "i" && word.head == head && word.relation.starts_with("nsubj"))
      return document_.grammar(head).upos != Upos::kVerb;
  }
  return false;
}

void SpeakerClues::see(uint32_t entity, uint32_t block, Seen how) {
  std::vector<uint32_t>& blocks = signs_[entity].seen[static_cast<size_t>(how)];
  if (!blocks.empty() && blocks.back() == block) return;
  blocks.push_back(block);
  if (how != Seen::kAddressed) return;
  if (blocks.size() == 1) ++addressed_people_;
  if (block % 2 == 0) ++signs_[entity].even;
  addressed_by_[block] = entity;
  if (block > 0 && addressed_after_[block - 1] == kNoEntity) addressed_after_[block - 1] = entity;
}

bool SpeakerClues::seen_in(uint32_t entity, uint32_t block, Seen how) const {
  const std::vector<uint32_t>& blocks = signs_[entity].seen[static_cast<size_t>(how)];
  return std::binary_search(blocks.begin(), blocks.end(), block);
}

uint32_t SpeakerClues::times_seen(uint32_t entity, Seen how) const {
  return static_cast<uint32_t>(signs_[entity].seen[static_cast<size_t>(how)].size());
}

uint32_t SpeakerClues::nearest_address(uint32_t entity, uint32_t block) const {
  const std::vector<uint32_t>& blocks = signs_[entity].seen[static_cast<size_t>(Seen::kAddressed)];
  const auto next = std::lower_bound(blocks.begin(), blocks.end(), block);
  uint32_t nearest = next == blocks.end() ? kNoEntity : *next;
  if (next != blocks.begin() && (nearest == kNoEntity || block - *(next - 1) < nearest - block)) nearest = *(next - 1);
  return nearest;
}

bool SpeakerClues::has_sign(uint32_t entity, SpeakerSign sign) const {
  const Signs& row = signs_[entity];
  switch (sign) {
    case SpeakerSign::kNamedHimself:
      return row.named_himself || (row.called && prose_);
    case SpeakerSign::kByline:
      return row.byline && !dialogue_;
    case SpeakerSign::kSignature:
      return row.signature;
    case SpeakerSign::kAnnounced:
      return row.headline && announced_;
    case SpeakerSign::kInterviewed:
      return row.interviewed && questions_ >= 3;
    case SpeakerSign::kGivenFloor:
      return row.given_floor && spoken_ > 0 && !dialogue_;
    case SpeakerSign::kCalledByName:
      return dialogue_ && spoken_ > 1 && row.quoted_address > 0 && !row.told_of;
    case SpeakerSign::kPresented:
      return row.presented && spoken_ > 1;
    case SpeakerSign::kNone:
      return false;
  }
  return false;
}

void SpeakerClues::choose_narrator() {
  if (spoken_ == 0 && !announced_) return;
  for (uint32_t e = 0; e < signs_.size(); ++e) {
    auto sign = SpeakerSign::kNamedHimself;
    while (sign != SpeakerSign::kNone && !has_sign(e, sign))
      sign = static_cast<SpeakerSign>(static_cast<int>(sign) + 1);
    if (sign == SpeakerSign::kNone || sign > sign_) continue;
    narrator_ = sign == sign_ ? kNoEntity : e;
    sign_ = sign;
  }
}

void SpeakerClues::read_blocks() {
  // Labels that come back, or that are a person's name, make a conversation; then every label is one.
  uint32_t labels = 0;
  std::unordered_map<std::string_view, uint32_t> times;
  for (uint32_t b = 0; b < block_tokens_.size(); ++b) {
    const IndexRange tokens = block_tokens_[b];
    if (tokens.empty()) continue;
    const bool heading = is_heading(b);
    bool you = false, mark = false;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const std::string_view word = document_.lower(i);
      if (heading && announces(word)) announced_ = true;
      if (in_quotation_[i]) continue;
      you = you || word == "you" || word == "your";
      mark = mark || word == "?";
    }
    asks_[b] = you && mark ? 1 : 0;
    questions_ += asks_[b];
    if (const std::string_view name = read_label(b, tokens); !name.empty())
      labels += label_[b] != kNoEntity || ++times[name] == 2 ? 1 : 0;
  }
  if (labels < 2) {
    std::fill(labelled_.begin(), labelled_.end(), uint8_t{0});
  } else {
    for (uint32_t b = 1; b < labelled_.size(); ++b) {
      if (labelled_[b] || !labelled_[b - 1]) continue;
      labelled_[b] = 1;
      label_[b] = label_[b - 1];
    }
  }
}

/// "REYES: …", "Ann Lee:": capitalised words and a colon at the head of a block.
std::string_view SpeakerClues::read_label(uint32_t block, IndexRange tokens) {
  uint32_t colon = tokens.first;
  while (colon < tokens.last && colon <= tokens.first + kLongestLabel && document_.norm(colon) != ":") {
    if (!document_.token(colon).is_capitalized()) return {};
    ++colon;
  }
  if (colon == tokens.first || colon >= tokens.last || document_.norm(colon) != ":") return {};
  if (document_.lower(tokens.first) == "dear") return {};
  labelled_[block] = 1;
  for (uint32_t i = colon; i-- > tokens.first;) {
    if (person_at_[i] != kNoEntity) {
      label_[block] = person_at_[i];
      break;
    }
    const auto row = by_last_word_.find(document_.lower(i));
    if (row != by_last_word_.end()) {
      label_[block] = row->second;
      break;
    }
  }
  return document_.lower(colon - 1);
}

}  // namespace dateline

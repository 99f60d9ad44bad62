#include "entity/first_person.h"

#include <algorithm>

#include "entity/quotation_state.h"
#include "entity/speaker_evidence.h"
#include "entity/turn_features.h"
#include "entity/two_voices.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr size_t kMostPeople = 12;

class TurnReader {
 public:
  TurnReader(const Document& document, const ReferenceChooser& choose, EntityAnalysis& analysis)
      : document_(document),
        choose_(choose),
        analysis_(analysis),
        in_quotation_(tokens_in_quotation(document)),
        clues_(document, analysis, in_quotation_),
        voices_(two_voices(document, clues_, analysis.entities.size())),
        pronouns_(document.blocks().size()),
        i_(document.blocks().size(), kNoEntity),
        you_(document.blocks().size(), kNoEntity) {
    find_pronouns();
    find_people();
  }

  void run() {
    for (uint32_t block = 0; block < i_.size(); ++block) {
      if (!document_.blocks()[block].is_story()) continue;
      read(block, PronounClass::kI);
      read(block, PronounClass::kYou);
    }
  }

 private:
  struct Pronouns {
    std::vector<uint32_t> i, you;  // tokens
  };

  /// The pronouns outside quotation marks and names.
  void find_pronouns() {
    static const Lexicon pronouns("data/entity/pronouns.tsv");
    std::vector<uint8_t> named(document_.tokens().size());
    for (const Mention& mention : analysis_.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) named[i] = 1;
    }
    for (const Sentence& sentence : document_.sentences()) {
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        if (in_quotation_[i] || named[i]) continue;
        const std::string_view person = pronouns.field(document_.lower(i), 0);
        if (person == "1") pronouns_[sentence.block].i.push_back(i);
        if (person == "2") pronouns_[sentence.block].you.push_back(i);
      }
    }
  }

  /// Those who may speak: the people with most signs of it, in the order of the entities.
  void find_people() {
    using Seen = SpeakerClues::Seen;
    std::vector<std::pair<uint32_t, uint32_t>> rated;
    for (uint32_t e = 0; e < analysis_.entities.size(); ++e) {
      const Entity& entity = analysis_.entities[e];
      if (entity.type != EntityType::kPerson || clues_.is_called_on(e)) continue;
      uint32_t rating = static_cast<uint32_t>(entity.mentions.size()) + 3 * clues_.times_seen(e, Seen::kAddressed) +
                        20 * clues_.times_seen(e, Seen::kNamesItself) + 3 * clues_.addressed_in_quotations(e);
      for (uint32_t sign = 0; sign < static_cast<uint32_t>(SpeakerSign::kNone); ++sign)
        rating += clues_.has_sign(e, static_cast<SpeakerSign>(sign)) ? 1000 : 0;
      rated.emplace_back(rating, e);
      most_ = std::max(most_, entity.mentions.size());
    }
    std::stable_sort(rated.begin(), rated.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    people_ = rated.size();
    if (rated.size() > kMostPeople) rated.resize(kMostPeople);
    for (const auto& [rating, entity] : rated) candidates_.push_back(entity);
  }

  void read(uint32_t block, PronounClass pronoun) {
    const bool first = pronoun == PronounClass::kI;
    const std::vector<uint32_t>& tokens = first ? pronouns_[block].i : pronouns_[block].you;
    uint32_t meant = kNoEntity;
    if (first && clues_.has_label(block)) {
      meant = clues_.label_of(block);
    } else if (first && voices_) {
      meant = voices_->host_speaks[block] ? voices_->host : voices_->guest;
    } else if (!first && clues_.reader() != kNoEntity) {
      meant = clues_.reader();
    } else if (!voices_ && told(block, pronoun)) {
      meant = clues_.narrator();
    } else if (!tokens.empty() && !candidates_.empty() && !clues_.has_dialogue()) {
      meant = ask(block, pronoun, tokens);
    }
    (first ? i_ : you_)[block] = meant;
    if (meant != kNoEntity && !tokens.empty()) (first ? latest_i_ : latest_you_) = meant;
    if (meant == kNoEntity) return;
    for (const uint32_t token : tokens) {
      analysis_.mentions.push_back(mention_of(document_, {token, token + 1}, MentionKind::kPronoun, meant));
    }
  }

  /// Whether a strong sign says that the narrator is meant: as "I", but for the blocks of an interview that ask; as
  /// "you" in these, where the next one answers.
  bool told(uint32_t block, PronounClass pronoun) const {
    if (clues_.narrator() == kNoEntity || clues_.sign() >= SpeakerSign::kPresented) return false;
    const bool interview = clues_.sign() >= SpeakerSign::kAnnounced, asks = clues_.asks(block);
    if (pronoun == PronounClass::kI) return !interview || !asks;
    return interview && asks && !clues_.asks(block + 1);
  }

  uint32_t ask(uint32_t block, PronounClass pronoun, const std::vector<uint32_t>& tokens) const {
    Turn turn;
    turn.block = block;
    turn.pronoun = pronoun;
    if (block > 0) {
      turn.i_before = i_[block - 1];
      turn.you_before = you_[block - 1];
    }
    if (block > 1) turn.i_before_that = i_[block - 2];
    turn.i_here = i_[block];
    if (block + 1 < i_.size() && clues_.has_label(block + 1)) turn.i_next = clues_.label_of(block + 1);
    turn.latest_addressed = clues_.addressed_by(block);
    turn.next_addressed = clues_.addressed_after(block);
    turn.latest_i = latest_i_;
    turn.latest_you = latest_you_;
    ReferenceQuestion question;
    question.pronoun = pronoun;
    question.token = tokens.front();
    question.others.assign(tokens.begin() + 1, tokens.end());
    for (const uint32_t person : candidates_) {
      const Entity& entity = analysis_.entities[person];
      question.entities.push_back(person);
      question.candidates.push_back(
          turn_features(turn, clues_, person, entity, entity.mentions.size() == most_, people_ == 1));
    }
    question.none = nobody_features(turn, clues_, people_, i_.size());
    const size_t chosen = choose_(question, analysis_);
    return chosen < question.entities.size() ? question.entities[chosen] : kNoEntity;
  }

  const Document& document_;
  const ReferenceChooser& choose_;
  EntityAnalysis& analysis_;
  std::vector<uint8_t> in_quotation_;
  SpeakerClues clues_;
  std::optional<TwoVoices> voices_;
  std::vector<Pronouns> pronouns_;    // of each block
  std::vector<uint32_t> i_, you_;     // of each block: who is meant
  std::vector<uint32_t> candidates_;  // entities
  size_t people_ = 0, most_ = 0;      // how many there are, and the most mentions one has
  uint32_t latest_i_ = kNoEntity, latest_you_ = kNoEntity;
};

}  // namespace

void resolve_first_person(const Document& document, const ReferenceChooser& choose, EntityAnalysis& analysis) {
  TurnReader(document, choose, analysis).run();
}

}  // namespace dateline

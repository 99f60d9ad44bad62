#include "entity/name_phrases.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {
namespace {

struct Rule {
  std::string_view kind, where, meant, other;
  bool several = false;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> rows = [] {
    std::vector<Rule> out;
    for (const std::string_view line : lines_of(resource("data/entity/name_phrases.tsv"))) {
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() >= 4)
        out.push_back({fields[0], fields[1], fields[2], fields[3], fields.size() > 4 && fields[4] == "several"});
    }
    return out;
  }();
  return rows;
}

bool fits(std::string_view type, EntityType actual) {
  return type == "*" || type == name_of(actual);
}

bool is_article(std::string_view lower) {
  return lower == "the" || lower == "a" || lower == "an";
}

class PhraseFinder {
 public:
  PhraseFinder(const Document& document, const std::vector<Name>& names, const NameForms& forms,
               EntityAnalysis& analysis)
      : document_(document), names_(names), analysis_(analysis) {
    for (uint32_t form = 0; form < forms.forms.size(); ++form) {
      entity_of_key_.emplace(forms.forms[form].key, analysis.mentions[forms.forms[form].names[0]].entity);
    }
    for (const Mention& mention : analysis.mentions)
      taken_.insert(uint64_t{mention.tokens.first} << 32 | mention.tokens.last);
  }

  void run() {
    // From the last name to the first, so that a phrase may end in a phrase: "Acton College in Leeds, England".
    std::vector<uint32_t> ends(names_.size());
    for (size_t n = names_.size(); n-- > 0;) {
      ends[n] = end_of_phrase(n, ends);
      const IndexRange tokens = names_[n].tokens;
      add({tokens.first, ends[n]}, meant(n));
      add({owner_of(n), tokens.last}, meant(n));
      add(with_attributes(n), meant(n));
      find_inside(n);
    }
    analysis_.mentions.insert(analysis_.mentions.end(), found_.rbegin(), found_.rend());
  }

 private:
  uint32_t meant(size_t n) const { return analysis_.mentions[n].entity; }
  const Entity& entity(size_t n) const { return analysis_.entities[meant(n)]; }

  /// Unless these tokens are a mention already.
  void add(IndexRange tokens, uint32_t index) {
    if (!taken_.insert(uint64_t{tokens.first} << 32 | tokens.last).second) return;
    Mention out;
    out.tokens = tokens;
    out.span = document_.span_of(tokens);
    out.kind = MentionKind::kNominal;
    out.entity = index;
    found_.push_back(out);
  }

  bool allows(std::string_view kind, std::string_view where, size_t of, size_t other) const {
    return std::any_of(rules().begin(), rules().end(), [&](const Rule& rule) {
      return rule.kind == kind && rule.where == where && fits(rule.meant, entity(of).type) &&
             fits(rule.other, entity(other).type);
    });
  }

  /// One past the last token of what follows a name and belongs to it; the name's own end where nothing does.
  uint32_t end_of_phrase(size_t n, const std::vector<uint32_t>& ends) const {
    const uint32_t end = names_[n].tokens.last;
    if (n + 1 >= names_.size()) return end;
    const uint32_t next = names_[n + 1].tokens.first;
    const bool adjoining = next == end + 1 || (next == end + 2 && is_article(document_.lower(end + 1)));
    if (!adjoining || document_.sentence_of(next) != document_.sentence_of(end - 1)) return end;
    const std::string_view link = document_.lower(end);
    if (link == ",") return next == end + 1 && lies_in(n, n + 1) ? ends[n + 1] : end;
    return allows("after", link, n, n + 1) ? ends[n + 1] : end;
  }

  /// "Leeds, England", "Leeds University, England": a place or body and the country or region around it, and no list of
  /// countries; a region's own country may follow it too.
  bool lies_in(size_t n, size_t around) const {
    const Entity &inner = entity(n), &outer = entity(around);
    if (inner.type != EntityType::kPlace && inner.type != EntityType::kOrganization) return false;
    if (outer.type != EntityType::kPlace || !outer.place) return false;
    const bool country = outer.place->kind == "country";
    if (!country && outer.place->kind != "region") return false;
    if (inner.place && inner.place->kind == "country") return false;
    if (inner.place && inner.place->kind == "region" && !(country && inner.place->country == outer.place->country))
      return false;
    // "in Leeds, England and Wales" may be a list.
    const uint32_t after = names_[around].tokens.last;
    return after >= document_.tokens().size() || document_.lower(after) != "and";
  }

  /// The first token of the owner before a name ("Labour's"); the name's own where there is none.
  uint32_t owner_of(size_t n) const {
    const uint32_t first = names_[n].tokens.first;
    if (n == 0 || names_[n - 1].tokens.last + 1 != first || document_.lower(first - 1) != "'s") return first;
    if (document_.sentence_of(names_[n - 1].tokens.first) != document_.sentence_of(first)) return first;
    return allows("owner", "'s", n, n - 1) ? names_[n - 1].tokens.first : first;
  }

  /// A name with the words that belong to it by the trees: those before it that say which part, time or number is meant
  /// or who it is ("northern Syria", "post-war Germany", "all Americans", "sociologist Ann Lee") and, of a place, what
  /// kind it is ("Aleppo province").
  IndexRange with_attributes(size_t n) const {
    IndexRange tokens = names_[n].tokens;
    const IndexRange row = document_.sentence(document_.sentence_of(tokens.first)).tokens;
    const uint32_t limit = tokens.first - std::min(tokens.first - row.first, kMostAttributes);
    uint32_t least_head = tokens.first;
    for (uint32_t i = tokens.first; i > limit;) {
      --i;
      const uint32_t head = document_.grammar(i).head;
      if (!may_precede(i) || head == kNoHead || head >= names_[n].tokens.last) break;
      // "Acme and | Volta" are two; "Norland and | Sudland Court of Appeal" may be one name that the tagger cut.
      if (n > 0 && names_[n - 1].tokens.last == i && document_.grammar(i).relation == "cc" &&
          entity(n - 1).type == entity(n).type)
        break;
      least_head = std::min(least_head, head);
      if (least_head >= i && may_open(i)) tokens.first = i;
    }
    if (entity(n).type != EntityType::kPlace || tokens.last >= row.last) return tokens;
    static const Lexicon words("data/entity/name_words.tsv");
    const uint32_t head = document_.grammar(tokens.last - 1).head;
    if (head == tokens.last && document_.token(head).shape == Shape::kLower &&
        words.field(document_.lower(head), 0) == "place")
      ++tokens.last;
    return tokens;
  }

  bool may_precede(uint32_t i) const {
    const std::string_view word = document_.lower(i), relation = document_.grammar(i).relation;
    if (relation == "det" || relation == "det:predet") {
      return std::any_of(rules().begin(), rules().end(),
                         [&](const Rule& rule) { return rule.kind == "before" && rule.where == word; });
    }
    if (word == "-") return !document_.token(i).space_before;
    static const Lexicon titles("data/entity/titles.tsv");
    if (titles.field(word, 1) == "honorific" || titles.field(word, 2) == "courtesy") return false;
    return document_.token(i).is_word() && (relation == "amod" || relation == "nmod:desc" || relation == "compound" ||
                                            relation == "conj" || relation == "cc");
  }
  /// Not within a word ("present-day Warsaw").
  bool may_open(uint32_t i) const {
    return document_.lower(i) != "-" && document_.grammar(i).relation != "cc" &&
           (document_.token(i).space_before || i == 0 || document_.lower(i - 1) != "-");
  }

  /// The longest part of a name that is another one's name.
  void find_inside(size_t n) {
    const IndexRange whole = names_[n].tokens;
    const uint32_t size = whole.size();
    if (size < 2 || size > kMostKeyWords) return;
    for (uint32_t length = std::min(size - 1, kLongestInside); length > 0; --length) {
      for (uint32_t first = whole.first; first + length <= whole.last; ++first) {
        const IndexRange part{first, first + length};
        if (document_.lower(part.first) == "-" || document_.lower(part.last - 1) == "-") continue;
        const auto row = entity_of_key_.find(key_of(document_, part));
        if (row == entity_of_key_.end() || row->second == meant(n)) continue;
        if (!may_stand_inside(n, part, row->second)) continue;
        add(part, row->second);
        return;
      }
    }
  }

  bool may_stand_inside(size_t n, IndexRange part, uint32_t index) const {
    const IndexRange whole = names_[n].tokens;
    return std::any_of(rules().begin(), rules().end(), [&](const Rule& rule) {
      if (rule.kind != "inside" || (rule.several && part.size() < 2)) return false;
      if (rule.where == "first" && part.first != whole.first) return false;
      if (rule.where == "last" && part.last != whole.last) return false;
      return fits(rule.meant, analysis_.entities[index].type) && fits(rule.other, entity(n).type);
    });
  }

  static constexpr uint32_t kLongestInside = 4, kMostAttributes = 6;
  const Document& document_;
  const std::vector<Name>& names_;
  EntityAnalysis& analysis_;
  std::unordered_map<std::string, uint32_t> entity_of_key_;
  std::unordered_set<uint64_t> taken_;  // first and last tokens of all mentions
  std::vector<Mention> found_;
};

}  // namespace

void add_name_phrases(const Document& document, const std::vector<Name>& names, const NameForms& forms,
                      EntityAnalysis& analysis) {
  PhraseFinder(document, names, forms, analysis).run();
}

}  // namespace dateline

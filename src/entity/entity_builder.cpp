#include "entity/entity_builder.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "entity/people.h"

namespace dateline {
namespace {

constexpr size_t kTypes = 10;
constexpr size_t kMostAliases = 12;

/// A name as it is shown: without a leading article, white space in it made single blanks.
std::string shown(const Document& document, const Name& name) {
  IndexRange tokens = name.tokens;
  if (tokens.size() > 1 && document.lower(tokens.first) == "the" && name.type != NameType::kMisc) ++tokens.first;
  std::string out;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (i > tokens.first && document.token(i).space_before) out += ' ';
    out += document.norm(i);
  }
  return out;
}

struct Spelling {
  std::string text;
  uint32_t count = 0;
  uint32_t words = 0;
  bool all_upper = false;
};

/// Fuller is better; among equals mixed case, then the more frequent, then the earlier.
bool better(const Spelling& a, const Spelling& b) {
  if (a.all_upper != b.all_upper && a.words == b.words && a.words > 1) return !a.all_upper;
  if (a.words != b.words) return a.words > b.words;
  return a.count > b.count;
}

class Builder {
 public:
  Builder(const Document& document, const std::vector<Name>& names, const NameForms& forms,
          const std::vector<uint32_t>& groups)
      : document_(document), names_(names), forms_(forms), groups_(groups) {}

  EntityAnalysis build() {
    const uint32_t count = groups_.empty() ? 0 : *std::max_element(groups_.begin(), groups_.end()) + 1;
    out_.entities.resize(count);
    for (uint32_t n = 0; n < names_.size(); ++n) {
      Mention mention;
      mention.tokens = names_[n].tokens;
      mention.span = document_.span_of(mention.tokens);
      mention.entity = groups_[n];
      out_.entities[groups_[n]].mentions.push_back(n);
      out_.mentions.push_back(mention);
    }
    for (Entity& entity : out_.entities) {
      set_type(entity);
      set_names(entity);
      if (entity.type == EntityType::kPerson) set_gender(entity);
      entity.plural = entity.type == EntityType::kGroup;
    }
    return std::move(out_);
  }

 private:
  void set_type(Entity& entity) const {
    std::array<uint32_t, kTypes> votes = {};
    for (const uint32_t n : entity.mentions) {
      votes[static_cast<size_t>(forms_.type_of_name[n])] += names_[n].tokens.size() > 1 ? 2U : 1U;
    }
    entity.type = static_cast<EntityType>(std::max_element(votes.begin(), votes.end()) - votes.begin());
  }

  void set_names(Entity& entity) const {
    std::unordered_map<std::string, uint32_t> numbers;
    std::vector<Spelling> spellings;
    for (const uint32_t n : entity.mentions) {
      std::string text = shown(document_, names_[n]);
      const auto [row, added] = numbers.emplace(text, static_cast<uint32_t>(spellings.size()));
      if (added) {
        Spelling spelling;
        spelling.words = static_cast<uint32_t>(forms_.forms[forms_.form_of_name[n]].words.size());
        spelling.all_upper = true;
        for (uint32_t i = names_[n].tokens.first; i < names_[n].tokens.last; ++i) {
          if (document_.token(i).shape != Shape::kUpper) spelling.all_upper = false;
        }
        spelling.text = std::move(text);
        spellings.push_back(std::move(spelling));
      }
      ++spellings[row->second].count;
    }
    const bool spoken = entity.type == EntityType::kPerson || entity.type == EntityType::kPlace;
    std::stable_sort(spellings.begin(), spellings.end(), [&](const Spelling& a, const Spelling& b) {
      // "WASHINGTON" of a dateline is "Washington"; "NATO" may be "Nato" here and there.
      const bool like = a.words == 1 && b.words == 1 && a.text.size() == b.text.size() && a.text.size() > 3;
      if (spoken && like && a.all_upper != b.all_upper) return !a.all_upper;
      return better(a, b);
    });
    entity.name = spellings[0].text;
    for (size_t i = 1; i < spellings.size() && i <= kMostAliases; ++i) entity.aliases.push_back(spellings[i].text);
  }

  void set_gender(Entity& entity) const {
    int female = 0, male = 0;
    const auto count = [&](Gender gender, int weight) {
      if (gender == Gender::kFemale) female += weight;
      if (gender == Gender::kMale) male += weight;
    };
    for (const uint32_t n : entity.mentions) {
      const IndexRange tokens = names_[n].tokens;
      count(gender_of_titles_before(document_, tokens.first), 3);
      if (tokens.size() > 1) {
        count(gender_of_titles_before(document_, tokens.first + 1), 3);
        count(gender_of_given_name(forms_.forms[forms_.form_of_name[n]].words[0]), 2);
      } else {
        count(gender_of_given_name(document_.lower(tokens.first)), 1);
      }
    }
    entity.gender = female > male ? Gender::kFemale : male > female ? Gender::kMale : Gender::kUnknown;
  }

  const Document& document_;
  const std::vector<Name>& names_;
  const NameForms& forms_;
  const std::vector<uint32_t>& groups_;
  EntityAnalysis out_;
};

}  // namespace

EntityAnalysis build_entities(const Document& document, const std::vector<Name>& names, const NameForms& forms,
                              const std::vector<uint32_t>& groups) {
  return Builder(document, names, forms, groups).build();
}

}  // namespace dateline

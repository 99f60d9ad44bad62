#include "quote/reading.h"

#include <functional>
#include <unordered_map>

#include "grammar/word_classes.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"
#include "text/characters.h"

namespace dateline {
namespace {

struct CueForm {
  uint32_t lemma = 0;
  CueClass cue = CueClass::kNone;
};

struct ViewHash {
  using is_transparent = void;
  size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
};

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// The regular forms of a verb or noun: says, claimed, arguing, denies.
std::vector<std::string> forms_of(const std::string& lemma) {
  const char last = lemma.back();
  const bool e = last == 'e';
  const bool y = last == 'y' && lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2]);
  const bool hisses = last == 's' || last == 'x' || last == 'z' || lemma.ends_with("sh") || lemma.ends_with("ch");
  const std::string stem = lemma.substr(0, lemma.size() - 1);
  std::vector<std::string> forms{lemma};
  forms.push_back(y ? stem + "ies" : lemma + (hisses ? "es" : "s"));
  forms.push_back(y ? stem + "ied" : lemma + (e ? "d" : "ed"));
  forms.push_back(e && !lemma.ends_with("ee") ? stem + "ing" : lemma + "ing");
  return forms;
}

CueClass class_named(std::string_view name) {
  constexpr std::string_view kNames[] = {"", "speech", "order", "stance", "thought", "show", "noun"};
  for (uint8_t i = 1; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<CueClass>(i);
  }
  return CueClass::kNone;
}

class CueForms {
 public:
  CueForms() {
    for (const std::string_view line : lines_of(resource("data/quote/cues.tsv"))) {
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() < 2) continue;
      const std::string lemma(fields[0]);
      const CueForm form{feature_hash(lemma), class_named(fields[1])};
      if (fields.size() > 3) {
        for (const std::string_view irregular : fields_of(fields[3], ' ')) forms_.emplace(irregular, form);
      }
      for (std::string& regular : forms_of(lemma)) forms_.emplace(std::move(regular), form);
    }
  }

  CueForm find(std::string_view lower) const {
    const auto row = forms_.find(lower);
    return row == forms_.end() ? CueForm() : row->second;
  }

 private:
  std::unordered_map<std::string, CueForm, ViewHash, std::equal_to<>> forms_;
};

const CueForms& cue_forms() {
  static const CueForms instance;
  return instance;
}

const Lexicon& small_words() {
  static const Lexicon instance("data/quote/word_classes.tsv");
  return instance;
}

std::string_view ending_of(std::string_view lower, size_t length) {
  return lower.size() <= length ? lower : lower.substr(lower.size() - length);
}

std::string_view stem_of(std::string_view lower) {
  for (const std::string_view ending : {"ing", "ed", "es", "s", "e"}) {
    if (lower.size() > ending.size() + 2 && lower.ends_with(ending))
      return lower.substr(0, lower.size() - ending.size());
  }
  return lower;
}

/// How a word is written and ends, for those that are no small words.
std::string_view written_class(const Token& token) {
  switch (token.shape) {
    case Shape::kCapitalized:
      return "Cap";
    case Shape::kUpper:
      return "UPPER";
    case Shape::kMixed:
      return "miXed";
    case Shape::kNumber:
      return "number";
    case Shape::kSymbol:
      return "symbol";
    default:
      break;
  }
  for (const std::string_view ending :
       {"ing", "ed", "ly", "tion", "ment", "ity", "ers", "er", "ous", "al", "ive", "s"}) {
    if (token.lower.size() > ending.size() + 1 && token.lower.ends_with(ending)) return ending;
  }
  return "lower";
}

std::string_view mark_class(const Token& token, uint8_t mark) {
  if (mark == 1) return "opens";
  if (mark == 2) return "closes";
  const std::string_view norm = token.norm;
  if (norm == ",") return ",";
  if (norm == ":") return ":";
  if (norm == ";") return ";";
  if (norm == "(" || norm == "[") return "(";
  if (norm == ")" || norm == "]") return ")";
  if (norm.starts_with("-")) return "-";
  if (norm == "." || norm.starts_with("!") || norm.starts_with("?")) return ".";
  return "mark";
}

Divider divider_of(std::string_view group, CueClass cue) {
  if (group == "," || group == ";" || group == "-" || group == "(" || group == ")" || group == ":") {
    return Divider::kComma;
  }
  if (group == ".") return Divider::kStop;
  if (group == "opens" || group == "closes") return Divider::kMark;
  if (group == "and" || group == "but") return Divider::kAnd;
  if (group == "that" || group == "whether") return Divider::kThat;
  if (group == "relative" || group == "question") return Divider::kRelative;
  if (group == "when" || group == "because" || group == "as") return Divider::kWhen;
  if (group == "to") return Divider::kTo;
  if (group == "be" || group == "have" || group == "do") return Divider::kBe;
  if (group == "modal") return Divider::kModal;
  return cue != CueClass::kNone && cue != CueClass::kNoun ? Divider::kVerb : Divider::kNone;
}

}  // namespace

uint32_t feature_hash(std::string_view bytes) {
  uint32_t h = 2166136261u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return mixed(h, static_cast<uint32_t>(bytes.size()));
}

CueClass cue_class_of(std::string_view lower) {
  return cue_forms().find(lower).cue;
}

Reading read_for_quotes(const Document& document) {
  Reading reading{document, find_quotations(document), {}, read_trees(document), {}};
  const WordClasses& classes = word_classes();
  reading.traits.resize(document.tokens().size());
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    const Token& token = document.token(i);
    const TokenGrammar& grammar = document.grammar(i);
    TokenTraits& traits = reading.traits[i];
    traits.word = feature_hash(token.lower);
    traits.ending = feature_hash(ending_of(token.lower, 3));
    const CueForm form = cue_forms().find(token.lower);
    traits.cue = form.cue;
    traits.stem = form.cue == CueClass::kNone ? feature_hash(stem_of(token.lower)) : form.lemma;
    std::string_view group;
    if (token.is_punctuation()) {
      group = mark_class(token, reading.quotations.is_mark[i]);
    } else {
      group = small_words().find(token.lower);
      traits.is_small = !group.empty();
      if (group.empty()) group = written_class(token);
    }
    traits.group = feature_hash(group);
    traits.divider = divider_of(group, form.cue);
    const uint32_t known = token.is_punctuation() ? WordClasses::kNone : classes.find(class_key(token.lower));
    if (known == WordClasses::kNone) {
      traits.fine = traits.coarse = traits.group;
    } else {
      const uint32_t path = classes.path(known);
      traits.fine = mixed(path, 1);
      traits.coarse = mixed(path >> (WordClasses::kBits - 5), 2);
    }
    traits.pos = grammar.xpos.empty() ? static_cast<uint32_t>(grammar.upos) + 1 : feature_hash(grammar.xpos);
    traits.relation = grammar.relation.empty() ? 0 : feature_hash(grammar.relation);
  }
  return reading;
}

}  // namespace dateline

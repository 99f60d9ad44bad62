// Whole sentences: what words are, and what belongs to what. The cases stand in tests/cases/grammar.txt.
#include "grammar/grammar.h"

#include <doctest/doctest.h>

#include <sstream>

#include "grammar/find_grammar.h"
#include "grammar/word_classes.h"
#include "support/documents.h"

namespace dateline::testing {
namespace {

/// The first token with that surface, or of "word#2" the second; tokens().size() where there is none.
uint32_t token_named(const Document& document, std::string name) {
  int which = 1;
  if (const size_t mark = name.rfind('#'); mark != std::string::npos && mark > 0) {
    which = name[mark + 1] - '0';
    name.resize(mark);
  }
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (document.surface(i) == name && --which == 0) return i;
  }
  return static_cast<uint32_t>(document.tokens().size());
}

/// What is not as a line ("word relation head", "word =TAG" or "word lemma:x") says; empty if all is.
std::string problem_with(const Document& document, const std::string& line) {
  std::istringstream fields(line);
  std::string word, what, head;
  fields >> word >> what >> head;
  const uint32_t token = token_named(document, word);
  if (token >= document.tokens().size()) return "no such word";
  const TokenGrammar& grammar = document.grammar(token);
  if (what[0] == '=') return name_of(grammar.upos) == what.substr(1) ? "" : std::string(name_of(grammar.upos));
  if (what.starts_with("lemma:")) return grammar.lemma == what.substr(6) ? "" : std::string(grammar.lemma);
  const uint32_t expected = head == "-" ? kNoHead : token_named(document, head);
  if (grammar.relation == what && grammar.head == expected) return "";
  return std::string(grammar.relation) + " " +
         (grammar.head == kNoHead ? "-" : std::string(document.surface(grammar.head)));
}

void check_is_tree(const Document& document) {
  for (const Sentence& sentence : document.sentences()) {
    uint32_t roots = 0;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      uint32_t up = i, steps = 0;
      while (up != kNoHead && steps++ <= sentence.tokens.size()) {
        REQUIRE(up >= sentence.tokens.first);
        REQUIRE(up < sentence.tokens.last);
        up = document.grammar(up).head;
      }
      CHECK(up == kNoHead);
      roots += document.grammar(i).head == kNoHead;
      CHECK_FALSE(document.grammar(i).relation.empty());
      CHECK_FALSE(document.grammar(i).xpos.empty());
      CHECK_FALSE(document.grammar(i).lemma.empty());
    }
    CHECK(roots == 1);
  }
}

}  // namespace

TEST_SUITE("grammar/find_grammar") {
  TEST_CASE("every case of tests/cases/grammar.txt has the expected heads, tags and lemmas") {
    std::istringstream in(read_test_file("cases/grammar.txt"));
    size_t cases = 0, checks = 0, weak = 0, still_weak = 0;
    std::string line;
    Document document;
    std::string text;
    while (std::getline(in, line)) {
      if (line.empty() || line[0] == '#') continue;
      const bool known_weakness = line[0] == '!';
      if (line[0] != ' ' && !known_weakness) {
        text = line;
        document = parsed_document_of(text);
        ++cases;
        check_is_tree(document);
        continue;
      }
      const std::string problem = problem_with(document, line.substr(1));
      if (known_weakness) {
        ++weak;
        still_weak += !problem.empty();
        continue;
      }
      INFO(text);
      INFO(line);
      ++checks;
      CHECK(problem == "");
    }
    const std::string gone =
        std::to_string(weak - still_weak) + " of " + std::to_string(weak) + " known weaknesses are gone";
    MESSAGE(gone);
    CHECK(cases >= 60);
    CHECK(checks >= 150);
    CHECK(weak <= 20);
  }

  TEST_CASE("every sentence is a tree whose arcs stay inside it, whatever the text") {
    for (const std::string text : {"", ".", "a", "((((((", "The the the the of of of to to.", "1 2 3 4 5 6 7 8",
                                   "\"'\"'\"'", "NO MORE SHOUTING, THE MAYOR SAID", "Русский текст без смысла."}) {
      check_is_tree(parsed_document_of(text));
    }
    std::string table;
    for (int i = 0; i < 3000; ++i) table += "cell " + std::to_string(i) + " | ";
    check_is_tree(parsed_document_of(table));
  }

  TEST_CASE("the same sentence has the same analysis wherever it stands") {
    const std::string sentence = "The council approved the plan on Monday.";
    const Document once = parsed_document_of(sentence);
    std::string many;
    for (int i = 0; i < 50; ++i) many += "Nobody in Larkfield knew word" + std::to_string(i) + " before. ";
    const Document later = parsed_document_of(many + sentence);
    const auto shift = static_cast<uint32_t>(later.tokens().size() - once.tokens().size());
    for (uint32_t i = 0; i < once.tokens().size(); ++i) {
      CHECK(later.grammar(i + shift).xpos == once.grammar(i).xpos);
      CHECK(later.grammar(i + shift).relation == once.grammar(i).relation);
      CHECK((later.grammar(i + shift).head - (once.grammar(i).head == kNoHead ? 0 : shift) == once.grammar(i).head));
    }
  }
}

TEST_SUITE("grammar/word_classes") {
  TEST_CASE("words used alike have like paths, and unknown words have none") {
    const WordClasses& classes = word_classes();
    const auto path = [&](std::string_view word) {
      REQUIRE(classes.find(word) != WordClasses::kNone);
      return classes.path(classes.find(word));
    };
    CHECK((path("monday") >> 5 == path("thursday") >> 5));
    CHECK((path("paris") >> 6 == path("berlin") >> 6));
    CHECK((path("could") >> 6 == path("might") >> 6));
    CHECK((path("paris") >> 6 != path("could") >> 6));
    CHECK(classes.find("zqxjkv") == WordClasses::kNone);
    CHECK(classes.find("") == WordClasses::kNone);
    CHECK(class_key("1990s") == "0000s");
  }

  TEST_CASE("a broken model file gives no classes and no crash") {
    for (const std::string bytes : {"", "\x05", "\x05\x01\x00\x00", "\xFF\xFF\xFF\xFF\x01\x02"}) {
      const WordClasses classes{std::string_view(bytes)};
      CHECK(classes.find("the") == WordClasses::kNone);
    }
  }
}

}  // namespace dateline::testing

// What is put right in a parsed tree, on trees given by hand: the parser's own weights play no part.
#include "grammar/mend_tree.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "support/documents.h"

using namespace dateline;

namespace {

struct Node {
  Upos upos;
  const char* xpos;
  int head;  // index into the sentence; -1 for the root
  const char* relation;
};

/// "relation>head" of each word but marks, after mending; head words, "-" for the root's.
std::string mended(const char* text, const std::vector<Node>& nodes) {
  const Document document = testing::document_of(text);
  const IndexRange sentence = document.sentence(0).tokens;
  REQUIRE(sentence.size() == nodes.size());
  std::vector<TokenGrammar> parsed;
  for (const Node& node : nodes) {
    TokenGrammar word;
    word.upos = node.upos;
    word.xpos = node.xpos;
    word.head = node.head < 0 ? kNoHead : static_cast<uint32_t>(node.head);
    word.relation = node.relation;
    parsed.push_back(word);
  }
  std::vector<TokenGrammar> tree = parsed;
  mend_tree(document.tokens(), sentence, tree);
  std::ostringstream out;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (tree[i].relation == parsed[i].relation && tree[i].head == parsed[i].head) continue;
    out << document.lower(i) << ' ' << tree[i].relation << '>'
        << (tree[i].head == kNoHead ? "-" : document.lower(tree[i].head)) << '\n';
  }
  return out.str();
}

}  // namespace

TEST_SUITE("grammar/mend_tree") {
  TEST_CASE("a verb with an object of its own is joined with the verb before it, not with that one's object") {
    CHECK(mended("Gales killed 12 and wounded 30.", {{Upos::kNoun, "NNS", 1, "nsubj"},
                                                     {Upos::kVerb, "VBD", -1, "root"},
                                                     {Upos::kNum, "CD", 1, "obj"},
                                                     {Upos::kCconj, "CC", 4, "cc"},
                                                     {Upos::kVerb, "VBN", 2, "conj"},
                                                     {Upos::kNum, "CD", 4, "obj"},
                                                     {Upos::kPunct, ".", 1, "punct"}}) == "wounded conj>killed\n");
  }

  TEST_CASE("joined participles without an object stay what they are: the killed and wounded") {
    CHECK(mended("Gales left 12 killed and wounded.", {{Upos::kNoun, "NNS", 1, "nsubj"},
                                                       {Upos::kVerb, "VBD", -1, "root"},
                                                       {Upos::kNum, "CD", 1, "obj"},
                                                       {Upos::kVerb, "VBN", 2, "acl"},
                                                       {Upos::kCconj, "CC", 5, "cc"},
                                                       {Upos::kVerb, "VBN", 2, "conj"},
                                                       {Upos::kPunct, ".", 1, "punct"}}) == "");
  }

  TEST_CASE("a verb that hangs on the only noun as its modifier is what the sentence says") {
    CHECK(mended("Crowds of 3,000 cheered.", {{Upos::kNoun, "NNS", -1, "root"},
                                              {Upos::kAdp, "IN", 3, "case"},
                                              {Upos::kNum, "CD", 3, "nummod"},
                                              {Upos::kVerb, "VBN", 0, "nmod"},
                                              {Upos::kPunct, ".", 0, "punct"}}) ==
          "crowds nsubj>cheered\nof case>3,000\n3,000 nmod>crowds\ncheered root>-\n. punct>cheered\n");
  }

  TEST_CASE("a participle that tells which noun is meant stays a clause of its own") {
    CHECK(mended("Houses built in 1900.", {{Upos::kNoun, "NNS", -1, "root"},
                                           {Upos::kVerb, "VBN", 0, "acl"},
                                           {Upos::kAdp, "IN", 3, "case"},
                                           {Upos::kNum, "CD", 1, "obl"},
                                           {Upos::kPunct, ".", 0, "punct"}}) == "");
  }

  TEST_CASE("a noun in front is the subject where the parser takes what stands between commas for it") {
    CHECK(mended("Rain, now drizzle, may stop.", {{Upos::kNoun, "NN", 6, "vocative"},
                                                  {Upos::kPunct, ",", 0, "punct"},
                                                  {Upos::kAdv, "RB", 6, "advmod"},
                                                  {Upos::kNoun, "NN", 6, "nsubj"},
                                                  {Upos::kPunct, ",", 3, "punct"},
                                                  {Upos::kAux, "MD", 6, "aux"},
                                                  {Upos::kVerb, "VB", -1, "root"},
                                                  {Upos::kPunct, ".", 6, "punct"}}) ==
          "rain nsubj>stop\nnow advmod>drizzle\ndrizzle appos>rain\n");
  }

  TEST_CASE("someone spoken to stays so: no noun stands between commas") {
    CHECK(mended("Anna, 20 boats sank.", {{Upos::kPropn, "NNP", 4, "vocative"},
                                          {Upos::kPunct, ",", 0, "punct"},
                                          {Upos::kNum, "CD", 3, "nummod"},
                                          {Upos::kNoun, "NNS", 4, "nsubj"},
                                          {Upos::kVerb, "VBD", -1, "root"},
                                          {Upos::kPunct, ".", 4, "punct"}}) == "");
  }

  TEST_CASE("what stands between a word that opens a clause and its verb is the verb's subject") {
    CHECK(mended("It fell since the strike began.", {{Upos::kPron, "PRP", 1, "nsubj"},
                                                     {Upos::kVerb, "VBD", -1, "root"},
                                                     {Upos::kAdp, "IN", 4, "case"},
                                                     {Upos::kDet, "DT", 4, "det"},
                                                     {Upos::kNoun, "NN", 5, "obl"},
                                                     {Upos::kVerb, "VBD", 1, "advcl"},
                                                     {Upos::kPunct, ".", 1, "punct"}}) ==
          "since mark>began\nstrike nsubj>began\n");
  }

  TEST_CASE("a clause that opens with a relative pronoun tells of the noun before it") {
    CHECK(mended("It sold the boat, which sank.", {{Upos::kPron, "PRP", 1, "nsubj"},
                                                   {Upos::kVerb, "VBD", -1, "root"},
                                                   {Upos::kDet, "DT", 3, "det"},
                                                   {Upos::kNoun, "NN", 1, "obj"},
                                                   {Upos::kPunct, ",", 6, "punct"},
                                                   {Upos::kPron, "WDT", 6, "nsubj"},
                                                   {Upos::kVerb, "VBD", 1, "parataxis"},
                                                   {Upos::kPunct, ".", 1, "punct"}}) == "sank acl:relcl>boat\n");
  }

  TEST_CASE("an amount before a time says by how much, not which time") {
    CHECK(mended("It rose 3% last spring.", {{Upos::kPron, "PRP", 1, "nsubj"},
                                             {Upos::kVerb, "VBD", -1, "root"},
                                             {Upos::kNum, "CD", 3, "nummod"},
                                             {Upos::kSym, "NN", 5, "obl:unmarked"},
                                             {Upos::kAdj, "JJ", 5, "amod"},
                                             {Upos::kNoun, "NN", 1, "obl:unmarked"},
                                             {Upos::kPunct, ".", 1, "punct"}}) == "% obl:unmarked>rose\n");
  }

  TEST_CASE("a noun behind a comma and without a preposition is set off") {
    CHECK(mended("It has 12,500 residents, 70 women.", {{Upos::kPron, "PRP", 1, "nsubj"},
                                                        {Upos::kVerb, "VBZ", -1, "root"},
                                                        {Upos::kNum, "CD", 3, "nummod"},
                                                        {Upos::kNoun, "NNS", 1, "obj"},
                                                        {Upos::kPunct, ",", 6, "punct"},
                                                        {Upos::kNum, "CD", 6, "nummod"},
                                                        {Upos::kNoun, "NNS", 3, "nmod"},
                                                        {Upos::kPunct, ".", 1, "punct"}}) ==
          "women parataxis>residents\n");
  }
}

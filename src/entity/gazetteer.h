// Gazetteer: what the lexicons of names know about a word or a run of words, as a set of classes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document.h"

namespace dateline {

/// What a word or phrase may be; several at once ("Jordan": given name, surname, country).
enum class NameClass : uint8_t {
  kGivenName,
  kSurname,
  kCountry,
  kDemonym,    // "Russian", "Germans"
  kPlace,      // a populated place
  kRegion,     // state, province, continent, sea, river
  kBody,       // a known organisation, with its other names
  kCompany,    // a listed company
  kOrgWord,    // "ministry", "university", "Inc."
  kTitle,      // "president", "Mr.", "spokeswoman"
  kPlaceWord,  // "river", "province", "street"
  kCalendar,   // months and days of the week
  kGroup,      // religions, parties' members, peoples without a state
  kLanguage,
  kEventWord,     // "cup", "festival", "war"
  kLawWord,       // "act", "treaty"
  kProductWord,   // "boeing", "airbus" models' makers stand in the companies; here "iphone", "windows"
  kCommonWord,    // the commonest words of English
  kTown,          // a smaller town
  kAbbreviation,  // "CEO", "DVD": no name
  kCount
};

class NameClasses {
 public:
  bool has(NameClass c) const { return (bits_ >> static_cast<unsigned>(c)) & 1U; }
  void add(NameClass c) { bits_ |= 1U << static_cast<unsigned>(c); }
  void add(NameClasses other) { bits_ |= other.bits_; }
  uint32_t bits() const { return bits_; }
  bool none() const { return bits_ == 0; }

 private:
  uint32_t bits_ = 0;
};

class Gazetteer {
 public:
  /// From the files below data/entity; read once for the life of the program.
  static const Gazetteer& instance();

  /// The classes of one word in lower case. One hash.
  NameClasses classes_of(std::string_view lower) const;

  struct Match {
    uint32_t tokens = 0;  // how many; 0 where nothing begins here
    NameClasses classes;
  };
  /// The longest phrase of two tokens or more that begins at `first` and ends before `limit`; at most 8 tokens long.
  Match longest_phrase(const Document& document, uint32_t first, uint32_t limit) const;
  /// The classes of exactly these words.
  NameClasses classes_of(const Document& document, IndexRange tokens) const;

 private:
  Gazetteer();

  struct Row {
    uint64_t key = 0;  // 0: empty
    NameClasses classes;
    uint32_t longest = 0;  // tokens in the longest phrase that begins with this word
  };

  void add_file(std::string_view path, NameClass c);
  void add_places();
  void add(std::string_view phrase, NameClasses classes);
  Row& row_for(uint64_t key);
  const Row* find(uint64_t key) const;
  void grow();

  std::vector<Row> rows_;  // open addressing; its size is a power of two
  size_t used_ = 0;
};

}  // namespace dateline

// Who may be the "I" of a text: what the article shows of each person as one who speaks or writes it.
//
// Bylines and signatures, "my name is …", a label before a turn ("REYES: …"), whom a letter or a speaker addresses, and
// who is spoken of in the third person and so is not the one who speaks.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// The strongest sign that a person is the one who speaks or writes the text, the strongest first.
enum class SpeakerSign : uint8_t {
  kNamedHimself,  // "I am Ann Lee", "my name is Ann Lee", near the start; "they call me Ann" in prose
  kByline,        // "By Ann Lee", or the line under the headline, in a text without much dialogue
  kSignature,     // a line of its own at the end
  kAnnounced,     // in the headline of an interview, a speech, a letter
  kInterviewed,   // "spoke with Ann Lee", "interviewed Ann Lee" near the start of a text full of questions
  kGivenFloor,    // "Ms Lee?" at the end of a block near the start
  kCalledByName,  // in a story: the only one whom others call by name and who is never named in it otherwise
  kPresented,     // "it's Ann Lee here", near the start
  kNone
};

/// What the document shows of who speaks in it. Linear in the document.
class SpeakerClues {
 public:
  SpeakerClues(const Document& document, const EntityAnalysis& analysis, const std::vector<uint8_t>& in_quotation);

  /// The person who speaks or writes the text where nothing else is said: the only one with the strongest sign there
  /// is; kNoEntity where there is none or there are two.
  uint32_t narrator() const { return narrator_; }
  SpeakerSign sign() const { return sign_; }
  /// To whom a letter is addressed ("Dear Ann Lee"); kNoEntity where it is none.
  uint32_t reader() const { return reader_; }
  /// The person whose name or pronoun stands over a token; kNoEntity where none does.
  uint32_t person_at(uint32_t token) const { return person_at_[token]; }
  /// Whose turn a block is by its label or the latest one before it: an entity, or kNoEntity where the label is no
  /// known person or there are no labels.
  uint32_t label_of(uint32_t block) const { return label_[block]; }
  bool has_label(uint32_t block) const { return labelled_[block] != 0; }
  /// Whether much of the text stands inside quotation marks.
  bool has_dialogue() const { return dialogue_; }
  /// Whether a block outside quotation marks asks "you" something.
  bool asks(uint32_t block) const { return block < asks_.size() && asks_[block] != 0; }
  /// Whether a person shows a sign of being the one who speaks or writes the text.
  bool has_sign(uint32_t entity, SpeakerSign sign) const;
  /// What a block shows of a person who may speak in it.
  enum class Seen : uint8_t {
    kAddressed,    // "Thanks, Anna."
    kNamesItself,  // "I'm Anna", "this is Anna"
    kIntroduced,   // "I'm joined by Anna"
    kSpokenOf      // named or called he or she, in any other way
  };
  bool seen_in(uint32_t entity, uint32_t block, Seen how) const;
  /// In how many blocks; for kAddressed also the nearest one.
  uint32_t times_seen(uint32_t entity, Seen how) const;
  uint32_t nearest_address(uint32_t entity, uint32_t block) const;  // kNoEntity where there is none
  /// The person addressed last in or before a block, and first after it; kNoEntity where there is none.
  uint32_t addressed_by(uint32_t block) const { return addressed_by_[block]; }
  uint32_t addressed_after(uint32_t block) const { return addressed_after_[block]; }
  /// How many people are addressed in the text; in how many blocks of even number one is.
  uint32_t addressed_people() const { return addressed_people_; }
  uint32_t addressed_in_even(uint32_t entity) const { return signs_[entity].even; }
  /// How often a person is addressed inside quotation marks.
  uint32_t addressed_in_quotations(uint32_t entity) const { return signs_[entity].quoted_address; }
  /// Whether a name is mostly an exclamation ("God", "Jesus").
  bool is_called_on(uint32_t entity) const { return signs_[entity].called_on; }
  bool in_headline(uint32_t entity) const { return signs_[entity].headline; }
  /// How much the text says "I" and "you" outside quotation marks: 0 (news) .. 3 (talk).
  uint32_t spoken() const { return spoken_; }

 private:
  struct Signs {
    bool named_himself = false, byline = false, signature = false, headline = false;
    bool presented = false, interviewed = false;
    bool called_on = false, called = false, given_floor = false, told_of = false;
    uint32_t quoted_address = 0, even = 0;
    std::array<std::vector<uint32_t>, 4> seen;  // blocks, ascending
  };

  bool is_host(IndexRange tokens) const;
  bool is_predicate_of_i(IndexRange tokens) const;
  bool is_addressed(const Mention& mention, IndexRange block) const;
  void see(uint32_t entity, uint32_t block, Seen how);

  bool is_heading(uint32_t block) const;
  void read_name(const Mention& mention);
  void read_blocks();
  std::string_view read_label(uint32_t block, IndexRange tokens);
  void choose_narrator();

  const Document& document_;
  const std::vector<uint8_t>& in_quotation_;
  std::vector<Signs> signs_;
  std::vector<uint32_t> person_at_, label_, addressed_by_, addressed_after_;
  std::vector<uint8_t> labelled_, asks_;
  std::vector<IndexRange> block_tokens_;
  std::unordered_map<std::string_view, uint32_t> by_last_word_;
  uint32_t narrator_ = kNoEntity, reader_ = kNoEntity;
  SpeakerSign sign_ = SpeakerSign::kNone;
  bool announced_ = false, dialogue_ = false, prose_ = false;
  uint32_t spoken_ = 0, questions_ = 0, addressed_people_ = 0;
};

/// How much a text says "I" and "you" outside quotation marks, from 0 (news) to 3 (talk). Linear.
uint32_t how_spoken(const Document& document, const std::vector<uint8_t>& in_quotation);

}  // namespace dateline

#include "entity/first_person.h"

#include "entity/quotation_state.h"
#include "entity/speaker_evidence.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

class TurnReader {
 public:
  TurnReader(const Document& document, EntityAnalysis& analysis)
      : document_(document),
        analysis_(analysis),
        in_quotation_(tokens_in_quotation(document)),
        clues_(document, analysis, in_quotation_),
        named_(document.tokens().size()) {
    for (const Mention& mention : analysis.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) named_[i] = 1;
    }
  }

  void run() {
    for (const Sentence& sentence : document_.sentences()) {
      if (!document_.block_of(sentence).is_story()) continue;
      add(sentence.tokens, "1", speaker_of(sentence.block));
      add(sentence.tokens, "2", addressed_in(sentence.block));
    }
  }

 private:
  /// Who speaks a block. One of an interview that asks is not that of the one who answers.
  uint32_t speaker_of(uint32_t block) const {
    if (clues_.has_label(block)) return clues_.label_of(block);
    if (clues_.sign() >= SpeakerSign::kAnnounced && clues_.asks(block)) return kNoEntity;
    return clues_.narrator();
  }

  /// To whom: the reader of a letter; where an interview asks, who answers.
  uint32_t addressed_in(uint32_t block) const {
    if (clues_.reader() != kNoEntity) return clues_.reader();
    if (!clues_.asks(block) || block + 1 >= document_.blocks().size()) return kNoEntity;
    const uint32_t answers = speaker_of(block + 1);
    return answers == speaker_of(block) ? kNoEntity : answers;
  }

  /// A mention for each pronoun of a person (pronouns.tsv) outside quotation marks.
  void add(IndexRange tokens, std::string_view person, uint32_t meant) {
    static const Lexicon pronouns("data/entity/pronouns.tsv");
    if (meant == kNoEntity) return;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (in_quotation_[i] || named_[i] || pronouns.field(document_.lower(i), 0) != person) continue;
      Mention mention;
      mention.tokens = {i, i + 1};
      mention.span = document_.span_of(mention.tokens);
      mention.kind = MentionKind::kPronoun;
      mention.entity = meant;
      analysis_.mentions.push_back(mention);
    }
  }

  const Document& document_;
  EntityAnalysis& analysis_;
  std::vector<uint8_t> in_quotation_;
  SpeakerClues clues_;
  std::vector<uint8_t> named_;
};

}  // namespace

void resolve_first_person(const Document& document, EntityAnalysis& analysis) {
  TurnReader(document, analysis).run();
}

}  // namespace dateline

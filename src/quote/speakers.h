// Speakers: the words that name who said something, and whom they mean.
#pragma once

#include <optional>

#include "entity/entity.h"
#include "quote/contents.h"
#include "quote/quote.h"
#include "quote/reading.h"

namespace dateline {

/// The speaker's words as a span: the longest piece of a source, without marks, clitics and commas at its ends; nothing
/// where there is none. Linear in the source.
std::optional<Span> speaker_span(const Document& document, const std::vector<IndexRange>& source);

/// Whom a speaker's words mean: the entity of the mention that heads them, or stands before a relative pronoun that is
/// all there is of them ("Reyes, who said …"); kNoEntity where there is none.
uint32_t entity_of_speaker(const Document& document, const EntityAnalysis& entities, Span speaker);

/// Whom the answers of an interview mean that are labelled "A" or "Answer": the one person whom the text names before
/// the first turn, or who speaks under a name in another. kNoEntity where that is nobody or several, and where no turn
/// has such a label. Linear.
uint32_t interviewee_of(const Document& document, const EntityAnalysis& entities, const std::vector<CueContent>& turns);

/// Whether a turn's label says no more than that it answers.
bool is_answer(const Document& document, const CueContent& turn);

/// Gives quotes without a cue the speaker of the quote before them where the same turn goes on: the same paragraph, or
/// a speech of several; that of an indirect one where they begin the very next sentence; and in a conversation, a line
/// a paragraph, the speaker before the last where a question was answered and is asked again. Quotes in text order.
/// Linear.
void carry_speakers(const Reading& reading, std::vector<Quote>& quotes);

}  // namespace dateline

// Families of features that can be left out, to see what each brings.
#pragma once

#include <string_view>

#include "quote/reading.h"

namespace dateline::training {

/// Takes from a reading what the features of a family are made from:
///   words     the words themselves, their stems and endings
///   lexicon   the classes of reporting words
///   classes   the classes of words that are used alike
///   groups    the small words, marks and ways of writing
///   grammar   part of speech and relation
/// Any other name takes nothing.
void ablate(std::string_view family, Reading& reading);

}  // namespace dateline::training

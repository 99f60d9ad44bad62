// Families of features that can be left out, to see what each brings.
#pragma once

#include <string_view>

#include "quote/reading.h"

namespace dateline::training {

/// Takes from a reading what the features of the families in a list divided by commas are made from:
///   words     the words themselves, their stems and endings
///   lexicon   the classes of reporting words
///   classes   the classes of words that are used alike
///   groups    the small words, marks and ways of writing
///   marks     where quotations are
///   tags      part of speech
///   trees     heads, relations and all that is read from them
/// Any other name takes nothing.
void ablate(std::string_view without, Reading& reading);

/// Whether a list of families divided by commas holds one.
bool leaves_out(std::string_view without, std::string_view family);

}  // namespace dateline::training

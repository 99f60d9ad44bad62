#include "quotes/ablate.h"

namespace dateline::training {

void ablate(std::string_view family, Reading& reading) {
  for (TokenTraits& traits : reading.traits) {
    if (family == "words") traits.word = traits.stem = traits.ending = 1;
    if (family == "lexicon") traits.cue = CueClass::kNone;
    if (family == "classes") traits.fine = traits.coarse = traits.group;
    if (family == "groups") traits.group = 1;
    if (family == "grammar") traits.pos = traits.relation = 0;
  }
}

}  // namespace dateline::training

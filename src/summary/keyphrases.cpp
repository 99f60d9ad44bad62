#include "summary/keyphrases.h"

namespace dateline {

std::vector<Keyphrase> find_keyphrases(const Document&, const EntityAnalysis&) {
  return {};
}

}  // namespace dateline

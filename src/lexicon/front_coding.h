// Sorted lists that are embedded front-coded (Witten, Moffat and Bell 1999): those whose file begins with a line
// "#front-coded"; see pack_resources.cpp.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace dateline {

/// Calls `use` with each line of such a file, as a view that lives until the next one. Linear.
template <typename Use>
void for_each_front_coded(std::string_view resource, const Use& use) {
  std::string entry;
  for (const std::string_view line : lines_of(resource)) {
    if (line.empty() || line[0] < '@') continue;
    const auto shared = static_cast<size_t>(line[0] - '@');
    if (shared < entry.size()) entry.resize(shared);
    entry.append(line.substr(1));
    use(std::string_view(entry));
  }
}

}  // namespace dateline

// The readable files of src/ (lexicons, rules) and the model files, as embedded in the program at build time.
#pragma once

#include <string_view>

namespace dateline {

/// The packed content of a file, named by its path below src/: "data/token/abbreviations.txt". Comments and blank lines
/// are already out; lines end with '\n'. Model files (.model) are byte for byte. Empty where there is no such file.
std::string_view resource(std::string_view path);

}  // namespace dateline

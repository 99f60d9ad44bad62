// Rounds a learnt network to small whole numbers and writes it as grammar/network.h reads it.
#pragma once

#include <string>
#include <vector>

#include "training/grammar/float_network.h"

namespace dateline::training {

/// `head` is text that stands before the numbers (names of tags or labels); `row_of_word` as lexical_rows() takes it.
void write_model(const std::string& path, const std::string& head, const std::vector<uint32_t>& row_of_word,
                 const FloatNetwork& network, int table_levels = 63);

}  // namespace dateline::training

#include "quote/quote_model.h"

#include "lexicon/resource.h"

namespace dateline {

QuoteModel::QuoteModel(std::string_view file) {
  constexpr size_t kHeader = 16;
  if (file.size() < kHeader || file.substr(0, 4) != "DLQ2") return;
  const auto bits = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(file[4 + i])); };
  for (size_t i = 0; i < 4; ++i) {
    if (bits(i) < 1 || bits(i) > 24) return;
  }
  const size_t cues = size_t{1} << bits(0);
  const size_t roles = (size_t{1} << bits(1)) * kRoles;
  const size_t steps = (size_t{1} << bits(2)) * kRoles * kRoles;
  const size_t claims = size_t{1} << bits(3);
  if (file.size() < kHeader + cues + roles + steps + claims) return;
  cue_ = reinterpret_cast<const int8_t*>(file.data()) + kHeader;
  role_ = cue_ + cues;
  step_ = role_ + roles;
  claim_ = step_ + steps;
  cue_shift_ = 32 - bits(0);
  role_shift_ = 32 - bits(1);
  step_shift_ = 32 - bits(2);
  for (size_t i = 0; i < 4; ++i) classes_hash_ |= bits(4 + i) << (8 * i);
  claim_shift_ = 32 - bits(3);
}

const QuoteModel& quote_model() {
  static const QuoteModel instance(resource("data/quote/quotes.model"));
  return instance;
}

}  // namespace dateline

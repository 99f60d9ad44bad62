#include "entity/name_model.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLN1";

void put_number(std::string& out, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool fine() const { return fine_; }
  uint32_t byte() {
    if (at_ >= bytes_.size()) {
      fine_ = false;
      return 0;
    }
    return static_cast<unsigned char>(bytes_[at_++]);
  }
  uint32_t number(int bytes) {
    uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) value |= byte() << (8 * i);
    return value;
  }
  uint32_t gap() {
    uint32_t value = 0;
    for (int i = 0; i < 5; ++i) {
      const uint32_t b = byte();
      value |= (b & 0x7F) << (7 * i);
      if (b < 0x80) break;
    }
    return value;
  }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool fine_ = true;
};

}  // namespace

NameModel::NameModel(std::string_view packed) : slots_(2), mask_(1) {
  if (!packed.starts_with(kMagic)) return;
  Reader in(packed.substr(kMagic.size()));
  const uint32_t count = in.number(4);
  if (count > packed.size()) return;
  for (auto& row : transitions_) {
    for (int32_t& weight : row) weight = static_cast<int16_t>(in.number(2));
  }
  std::vector<uint32_t> ids(count), masks(count);
  uint32_t id = 0;
  for (uint32_t& value : ids) value = id += in.gap();
  for (uint32_t& value : masks) value = in.byte();
  for (uint32_t& value : masks) value |= in.byte() << 8;
  unsigned bits = 1;
  while ((size_t{1} << bits) < size_t{count} * 2) ++bits;
  slots_.assign(size_t{1} << bits, {});
  mask_ = slots_.size() - 1;
  shift_ = 32 - bits;
  std::vector<size_t> places(count);
  for (uint32_t i = 0; i < count; ++i) {
    size_t at = place(ids[i]);
    while (slots_[at].id != kEmpty) at = (at + 1) & mask_;
    slots_[at].id = ids[i];
    places[i] = at;
  }
  // The weights stand label after label: those of one label resemble one another.
  for (size_t label = 0; label < kLabels; ++label) {
    for (uint32_t i = 0; i < count; ++i) {
      if ((masks[i] >> label) & 1U) slots_[places[i]].weights[label] = static_cast<int8_t>(in.byte());
    }
  }
}

void NameModel::add(const std::vector<FeatureId>& ids, LabelScores& scores) const {
  for (size_t first = 0; first < ids.size(); first += kMostRows) {
    RowSums sums = {};
    const size_t last = std::min(first + kMostRows, ids.size());
    for (size_t i = first; i < last; ++i) {
      size_t at = place(ids[i]);
      while (slots_[at].id != ids[i] && slots_[at].id != kEmpty) at = (at + 1) & mask_;
      if (slots_[at].id == ids[i]) add_row(&slots_[at], sums);
    }
    for (size_t label = 0; label < kLabels; ++label) scores[label] += sums[label];
  }
}

std::string pack(const NameWeights& weights) {
  std::string out(kMagic);
  put_number(out, static_cast<uint32_t>(weights.rows.size()), 4);
  for (const auto& row : weights.transitions) {
    for (const int32_t weight : row) put_number(out, static_cast<uint32_t>(weight), 2);
  }
  uint32_t before = 0;
  for (const NameWeights::Row& row : weights.rows) {
    uint32_t gap = row.id - before;
    before = row.id;
    for (; gap >= 0x80; gap >>= 7) out += static_cast<char>((gap & 0x7F) | 0x80);
    out += static_cast<char>(gap);
  }
  const auto mask_of = [](const NameWeights::Row& row) {
    uint32_t mask = 0;
    for (size_t label = 0; label < kLabels; ++label) mask |= (row.weights[label] != 0 ? 1U : 0U) << label;
    return mask;
  };
  for (const NameWeights::Row& row : weights.rows) out += static_cast<char>(mask_of(row) & 0xFF);
  for (const NameWeights::Row& row : weights.rows) out += static_cast<char>(mask_of(row) >> 8);
  for (size_t label = 0; label < kLabels; ++label) {
    for (const NameWeights::Row& row : weights.rows) {
      if (row.weights[label] != 0) out += static_cast<char>(row.weights[label]);
    }
  }
  return out;
}

}  // namespace dateline

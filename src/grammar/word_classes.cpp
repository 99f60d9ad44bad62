// The file: the number of words (4 bytes, little end first); for each word, in the order of their bytes, how many bytes
// it shares with the one before and how many follow (a byte each); the bytes that follow, of all words; the paths' high
// bytes; their low bytes. Like stands beside like, so that the whole compresses well.
#include "grammar/word_classes.h"

#include "lexicon/resource.h"

namespace dateline {

WordClasses::WordClasses(std::string_view model) {
  if (model.size() < 4) return;
  const auto byte = [&](size_t i) { return i < model.size() ? static_cast<uint8_t>(model[i]) : uint8_t{0}; };
  const size_t count = byte(0) | byte(1) << 8 | byte(2) << 16;
  size_t at = 4 + 2 * count;
  starts_.push_back(0);
  for (size_t i = 0; i < count; ++i) {
    const size_t shared = byte(4 + i), more = byte(4 + count + i);
    if (at + more > model.size()) break;
    const size_t before = i == 0 ? 0 : starts_[i - 1];
    for (size_t k = 0; k < shared && before + k < starts_[i]; ++k) bytes_ += bytes_[before + k];
    bytes_ += model.substr(at, more);
    at += more;
    starts_.push_back(static_cast<uint32_t>(bytes_.size()));
  }
  for (size_t i = 0; i + 1 < starts_.size(); ++i) {
    paths_.push_back(static_cast<uint16_t>((byte(at + i) << 8 | byte(at + count + i)) & ((1u << kBits) - 1)));
  }
  size_t slots = 16;
  while (slots < 2 * paths_.size()) slots *= 2;
  slots_.assign(slots, kNone);
  for (uint32_t i = 0; i < paths_.size(); ++i) {
    size_t slot = hash_of(word(i)) & (slots - 1);
    while (slots_[slot] != kNone) slot = (slot + 1) & (slots - 1);
    slots_[slot] = i;
  }
}

uint32_t WordClasses::find(std::string_view lower) const {
  if (slots_.empty()) return kNone;
  size_t slot = hash_of(lower) & (slots_.size() - 1);
  while (slots_[slot] != kNone) {
    if (word(slots_[slot]) == lower) return slots_[slot];
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return kNone;
}

const WordClasses& word_classes() {
  static const WordClasses instance(resource("data/grammar/word_classes.model"));
  return instance;
}

std::string class_key(std::string_view lower) {
  std::string key(lower.substr(0, 32));
  for (char& c : key) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return key;
}

uint32_t hash_of(std::string_view bytes) {
  uint32_t hash = 2166136261u;
  for (const char c : bytes) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

}  // namespace dateline

#include "token/token.h"

#include <algorithm>
#include <cstring>

#include "text/characters.h"

namespace dateline {
namespace {

constexpr std::u32string_view kSymbols = U"%+=<>^~|©®™°§#№€";

}  // namespace

bool is_symbol(char32_t code) {
  return is_currency(code) || is_emoji(code) || (!is_letter(code) && kSymbols.find(code) != std::u32string_view::npos);
}

std::string_view StringArena::keep(std::string_view text) {
  constexpr size_t kChunk = 1 << 16;
  if (chunks_.empty() || size_ - used_ < text.size()) {
    size_ = std::max(kChunk, text.size());
    chunks_.push_back(std::make_unique<char[]>(size_));
    used_ = 0;
  }
  char* place = chunks_.back().get() + used_;
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

Token make_token(std::string_view text, Span span, StringArena& arena) {
  Token token;
  token.span = span;
  const std::string_view surface = span.of(text);
  token.shape = shape_of(surface);
  const bool plain = std::all_of(surface.begin(), surface.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '`'; });
  token.norm = plain ? surface : arena.keep(normalized(surface));
  const bool lower = plain && std::none_of(surface.begin(), surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  token.lower = lower ? token.norm : arena.keep(to_lower(token.norm));
  return token;
}

Shape shape_of(std::string_view surface) {
  size_t letters = 0, upper = 0, lower = 0;
  bool first_upper = false, digit_first = false, address = false, symbol = false;
  for (size_t i = 0; i < surface.size();) {
    const CodePoint point = decode(surface, i);
    if (is_letter(point.value)) {
      if (letters == 0) first_upper = is_upper(point.value);
      upper += is_upper(point.value);
      lower += is_lower(point.value);
      ++letters;
    }
    digit_first |= is_digit(point.value) && (i == 0 || (letters == 0 && is_apostrophe(decode(surface, 0).value)));
    address |= point.value == '@' || (i == 0 && point.value == '#') || point.value == '/';
    symbol |= is_symbol(point.value);
    i += point.length;
  }
  if (digit_first) return Shape::kNumber;
  if (letters == 0) return symbol ? Shape::kSymbol : Shape::kPunctuation;
  if (address) return Shape::kSymbol;
  if (upper + lower == 0) return Shape::kUncased;
  if (upper == 0) return Shape::kLower;
  if (lower == 0) return letters == 1 ? Shape::kCapitalized : Shape::kUpper;
  return first_upper ? Shape::kCapitalized : Shape::kMixed;
}

}  // namespace dateline

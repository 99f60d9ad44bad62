#include "token/addresses.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "text/characters.h"
#include "token/tokenizer.h"

namespace dateline {
namespace {

char byte_at(std::string_view text, size_t at) {
  return at < text.size() ? text[at] : '\0';
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

/// Mail addresses are looked for only where a word begins, so that a long word is not read again from each letter.
bool at_word_start(std::string_view text, uint32_t position) {
  if (position == 0) return true;
  const char32_t before = decode_before(text, position).value;
  return !is_letter(before) && !is_digit(before) && before != '.' && before != '-' && before != '_' && before != '+';
}

}  // namespace

uint32_t address_length(std::string_view text, uint32_t position) {
  const std::string_view rest = text.substr(position);
  const char c = rest[0];
  const bool handle = (c == '@' || c == '#') && rest.size() > 1 && (is_ascii_letter(rest[1]) || rest[1] == '_');
  const bool web = starts_with_any(rest, {"http://", "https://", "www.", "HTTP://", "HTTPS://", "WWW."});
  if (!handle && !web && !(is_ascii_letter(c) || is_ascii_digit(c))) return 0;
  if (position > 0 && !web && !handle && !at_word_start(text, position)) return 0;
  uint32_t end = 0;
  bool at_sign = false, dot_after_at = false;
  while (end < rest.size() && end < kLongestToken) {
    const char d = rest[end];
    if (handle) {
      if (end > 0 && !is_ascii_letter(d) && !is_ascii_digit(d) && d != '_') break;
    } else if (web) {
      if (static_cast<unsigned char>(d) <= ' ' || d == '"' || d == '<' || d == '>' ||
          static_cast<unsigned char>(d) >= 0x80)
        break;
    } else {
      if (d == '@') {
        if (at_sign) return 0;
        at_sign = true;
      } else if (!is_ascii_letter(d) && !is_ascii_digit(d) && d != '.' && d != '_' && d != '-' && d != '+') {
        break;
      } else if (d == '.' && at_sign) {
        dot_after_at = true;
      }
    }
    ++end;
  }
  if (!handle && !web && !(at_sign && dot_after_at)) return 0;
  while (end > 0 && std::string_view(".,;:!?)'\"").find(rest[end - 1]) != std::string_view::npos) --end;
  return end > 1 ? end : 0;
}

uint32_t site_length(std::string_view text, uint32_t position) {
  if (!(is_ascii_letter(text[position]) || is_ascii_digit(text[position])) || !at_word_start(text, position)) return 0;
  static const Lexicon endings("data/token/address_endings.txt");
  size_t end = position, part = position;
  bool underscore = false,
       group = true;  // group: parts of two letters or more, as newsgroups have ("alt.food.bread")
  int stops = 0;
  for (; end < text.size() && end - position < 100; ++end) {
    const char c = text[end];
    group = group && (c == '.' || (c >= 'a' && c <= 'z'));
    if (c == '.' && end > part && is_ascii_alphanumeric(byte_at(text, end + 1))) {
      group = group && end - part >= 2;
      ++stops;
      part = end + 1;
    } else if (c == '_' && is_ascii_alphanumeric(byte_at(text, end + 1))) {
      underscore = true;
    } else if (!is_ascii_alphanumeric(c) && !(c == '-' && is_ascii_alphanumeric(byte_at(text, end + 1)))) {
      break;
    }
  }
  const bool site = (stops >= 2 && group) || (stops >= 1 && endings.contains(to_lower(text.substr(part, end - part))));
  if (!site && !underscore) return 0;
  if ((end < text.size() && is_letter(decode(text, end).value))) return 0;
  while (site && byte_at(text, end) == '/' && is_ascii_alphanumeric(byte_at(text, end + 1)) && end - position < 200) {
    ++end;
    while (is_ascii_alphanumeric(byte_at(text, end)) ||
           ((byte_at(text, end) == '-' || byte_at(text, end) == '.' || byte_at(text, end) == '_') &&
            is_ascii_alphanumeric(byte_at(text, end + 1)))) {
      ++end;
    }
  }
  return static_cast<uint32_t>(end - position);
}

}  // namespace dateline

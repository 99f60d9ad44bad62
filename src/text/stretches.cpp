#include "text/stretches.h"

#include "text/characters.h"

namespace dateline {
namespace {

std::vector<Stretch> find_lines(std::string_view text) {
  std::vector<Stretch> lines;
  bool blank = true;
  uint32_t first = 0, last = 0;  // of the characters of this line that are not white space
  bool any = false;
  bool ended_by_cr = false;
  const auto finish = [&] {
    if (any) lines.push_back({{first, last}, blank});
    blank = !any;
    any = false;
  };
  for (uint32_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    if (is_line_end(point.value)) {
      if (!(ended_by_cr && point.value == '\n')) finish();  // CRLF is one line end
      ended_by_cr = point.value == '\r';
    } else {
      ended_by_cr = false;
      if (!is_space(point.value) && !is_invisible(point.value) && point.value >= 0x20) {
        if (!any) first = i;
        any = true;
        last = i + point.length;
      }
    }
    i += point.length;
  }
  finish();
  return lines;
}

/// The end of a span without footnote marks ("… in 1805. [6][7]").
uint32_t before_footnotes(std::string_view text, Span span) {
  uint32_t end = span.end;
  for (int marks = 0; marks < 8; ++marks) {
    uint32_t at = end;
    while (at > span.start && text[at - 1] == ' ') --at;
    if (at == span.start || text[at - 1] != ']') break;
    uint32_t open = at - 1;
    while (open > span.start && is_digit(static_cast<unsigned char>(text[open - 1]))) --open;
    if (open == at - 1 || open == span.start || text[open - 1] != '[') break;
    end = open - 1;
  }
  while (end > span.start && text[end - 1] == ' ') --end;
  return end > span.start ? end : span.end;
}

/// Whether line ends inside paragraphs are a layout of fixed width and not the author's.
bool is_hard_wrapped(std::string_view text, const std::vector<Stretch>& lines) {
  size_t pairs = 0, runs_on = 0;
  for (size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].after_blank) continue;
    ++pairs;
    const char32_t next = decode(text, lines[i].span.start).value;
    runs_on += lines[i - 1].span.size() >= 40 && lines[i - 1].span.size() <= 120 &&
               !is_final_mark(last_character(text, lines[i - 1].span)) && is_lower(next);
  }
  return pairs >= 2 && runs_on * 10 >= pairs * 3;
}

std::vector<Stretch> join_lines(std::string_view text, const std::vector<Stretch>& lines) {
  const bool wrapped = is_hard_wrapped(text, lines);
  std::vector<Stretch> joined;
  uint32_t last_width = 0;
  for (const Stretch& line : lines) {
    const bool joins = wrapped && !joined.empty() && !line.after_blank &&
                       (last_width >= 40 || is_lower(decode(text, line.span.start).value)) &&
                       !(last_width < 55 && is_final_mark(last_character(text, joined.back().span)));
    if (joins) {
      joined.back().span.end = line.span.end;
    } else {
      joined.push_back(line);
    }
    last_width = line.span.size();
  }
  return joined;
}
}  // namespace

bool is_final_mark(char32_t code) {
  return code == '.' || code == '!' || code == '?' || code == 0x2026 || code == ':' || code == ';';
}

char32_t last_character(std::string_view text, Span span) {
  uint32_t end = span.end;
  while (end > span.start + 1 && text[end - 1] == ',' && (text[end - 2] == '.' || text[end - 2] == ',')) --end;
  end = before_footnotes(text, {span.start, end});
  while (end > span.start) {
    const CodePoint point = decode_before(text, end);
    if (!is_double_quote(point.value) && !is_apostrophe(point.value) && point.value != ')' && point.value != ']')
      return point.value;
    end -= point.length;
  }
  return 0;
}

std::vector<Stretch> find_stretches(std::string_view text) {
  return join_lines(text, find_lines(text));
}

}  // namespace dateline

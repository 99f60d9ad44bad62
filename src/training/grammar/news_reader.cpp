#include "training/grammar/news_reader.h"

#include <algorithm>
#include <fstream>
#include <iostream>

#include "document.h"
#include "grammar/sentence_marks.h"
#include "training/corpus_file.h"

namespace dateline::training {

void write_treebank(const std::string& text, const std::string& path, size_t most, const WordRows& words,
                    const TagSet& tags, const LabelSet& labels, Teachers& teachers) {
  std::ifstream in = opened(text);
  std::ofstream out(path);
  std::vector<std::string> lines;
  size_t bytes = 0;
  for (std::string line; std::getline(in, line);) {
    bytes += line.size();
    lines.push_back(line);
  }
  const size_t every = std::max<size_t>(1, bytes / 6 / std::max<size_t>(1, most));  // about six bytes a token
  out << "# newdoc\n";
  size_t tokens = 0, written = 0;
  for (size_t l = 0; l < lines.size() && tokens < most; l += every) {
    const Document document = build_document(clean_utf8(lines[l]));
    for (const Sentence& s : document.sentences()) {
      const IndexRange range = s.tokens;
      if (range.size() < 4 || range.size() > 60) continue;
      GoldSentence sentence;
      for (uint32_t i = range.first; i < range.last; ++i) {
        sentence.rows.push_back(lexical_rows(document.token(i), words.row_of_word));
      }
      sentence.marks = sentence_marks(document.tokens().data() + range.first, range.size());
      const Analysis analysis = teachers.analyze(sentence);
      out << "# sent_id = " << ++written << "\n# text = " << s.span.of(document.text()) << "\n";
      for (uint32_t w = 0; w < range.size(); ++w) {
        const uint32_t i = range.first + w;
        const uint32_t head = analysis.tree.heads[w + 1];
        const bool glued = w + 1 < range.size() && document.token(i).span.end == document.token(i + 1).span.start;
        out << w + 1 << '\t' << document.surface(i) << "\t_\t" << tags.upos(analysis.tags[w]) << '\t'
            << tags.xpos(analysis.tags[w]) << "\t_\t" << head << '\t'
            << (head == 0 ? "root" : labels.name(analysis.tree.labels[w + 1])) << "\t_\t"
            << (glued ? "SpaceAfter=No" : "_") << '\n';
      }
      out << '\n';
      tokens += range.size();
    }
  }
  std::cerr << tokens << " tokens written\n";
}

}  // namespace dateline::training

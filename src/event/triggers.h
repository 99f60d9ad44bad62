// Triggers: the words that say that something happened: verbs that tell a happening or a saying, and nouns such as
// "offensive", "election", "talks". States, wishes, hypotheses and what is denied are none.
#pragma once

#include <vector>

#include "document.h"

namespace dateline {

enum class TriggerKind : uint8_t { kVerb, kSaying, kNoun };

struct Trigger {
  uint32_t token = 0;
  TriggerKind kind = TriggerKind::kVerb;
  bool planned = false;  // told as to come
};

/// The triggers of one sentence in text order. Linear in its tokens.
std::vector<Trigger> find_triggers(const Document& document, const Sentence& sentence);

}  // namespace dateline

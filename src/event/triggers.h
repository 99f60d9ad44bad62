// Triggers: the words that say that something happened: verbs that tell a happening or a saying, and nouns such as
// "offensive", "election", "talks". Found on the dependency tree, which also tells what is denied, wished for or
// supposed.
#pragma once

#include <vector>

#include "event/dependency_tree.h"

namespace dateline {

/// kPredicate: what something was or will be ("the shop will be open", "shares were down").
enum class TriggerKind : uint8_t { kVerb, kSaying, kNoun, kPredicate };

/// Whether what a trigger tells took place: kUnreal where it is denied, wished for or only supposed.
enum class Reality : uint8_t { kReal, kPlanned, kUnreal };

struct Trigger {
  uint32_t token = 0;
  TriggerKind kind = TriggerKind::kVerb;
  Reality reality = Reality::kReal;

  bool is_planned() const { return reality == Reality::kPlanned; }
};

/// The triggers of one sentence in text order, unreal ones too. Linear in its tokens.
std::vector<Trigger> find_triggers(const Document& document, const DependencyTree& tree);

}  // namespace dateline

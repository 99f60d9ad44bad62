// Words that refer back to a named one: third-person pronouns ("she", "its") and nominals ("the company").
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "document.h"
#include "entity/descriptions.h"
#include "entity/entity.h"
#include "entity/reference_model.h"

namespace dateline {

/// Decides a question about a pronoun: the place of the antecedent in its `entities`, entities.size() for none.
using ReferenceChooser = std::function<size_t(const ReferenceQuestion&, const EntityAnalysis&)>;

/// How much likelier than none the best antecedent must be (in log odds) to be believed, of he, she, it, they: a wrong
/// "he" misleads a reader, a missing one does not. "They" is so often nobody named that the weights are cautious
/// enough.
inline constexpr std::array<double, kPronounClasses> kReferenceCaution = {-0.2, -0.2, -0.7, -0.8, -0.5, -0.4};

/// Adds a mention for each pronoun and nominal that can be resolved, behind the names; their `entity` is set, but the
/// entities' lists of mentions are not. The candidates are the few entities mentioned last that agree in gender and
/// number, so it is linear.
void resolve_references(const Document& document, const std::vector<Description>& descriptions,
                        const ReferenceChooser& choose, EntityAnalysis& analysis);

/// Decides by the embedded weights.
size_t choose_by_model(const ReferenceQuestion& question, const EntityAnalysis& analysis);

}  // namespace dateline

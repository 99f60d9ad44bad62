// Whom an article is about.
#include <doctest/doctest.h>

#include "entity/entity.h"
#include "support/documents.h"

using namespace dateline;
using testing::parsed_document_of;

namespace {

double salience_of(const EntityAnalysis& found, std::string_view name) {
  for (const Entity& entity : found.entities)
    if (entity.name == name) return entity.salience;
  return 0;
}

}  // namespace

TEST_SUITE("entity/salience") {
  TEST_CASE("an agency that is thanked for pictures is less than someone the article tells of once") {
    const EntityAnalysis found = find_entities(parsed_document_of(
        "Velda mayor opens bridge\n\n"
        "Mayor Anna Brandt opens the new bridge in Hartley on February 3, 2016. (Reuters)\n\n"
        "Mayor Anna Brandt opened the bridge on Wednesday, three years after the flood that took away the old one.\n\n"
        "Ships pass below the new bridge in Hartley on February 4, 2016. (Reuters)\n\n"
        "The engineers had worked on it since last summer, and traffic goes over it again.\n\n"
        "Critics such as Tomas Lindqvist had doubted until last week that it would ever be done."));
    CHECK(salience_of(found, "Reuters") < salience_of(found, "Tomas Lindqvist"));
  }
}

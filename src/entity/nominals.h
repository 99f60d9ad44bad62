// Nominals: "the chancellor", "the company", and whom they mean.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entity/descriptions.h"
#include "entity/entity.h"
#include "entity/recent_mentions.h"

namespace dateline {

class Nominals {
 public:
  Nominals(const Document& document, const std::vector<Description>& descriptions, const EntityAnalysis& analysis,
           const RecentMentions& recent);

  /// Takes note of the roles that the words beside a name give to its entity. Mentions in text order.
  void learn_roles(uint32_t mention);

  struct Found {
    IndexRange tokens;
    uint32_t entity = kNoEntity;
  };
  /// The nominal that begins with this token and whom it means; no tokens where there is none or none is known. At
  /// most five tokens.
  Found at(uint32_t token, uint32_t sentence) const;

 private:
  bool is_name(uint32_t token) const;
  /// Whether a noun phrase goes on with this word ("the city centre").
  bool goes_on(uint32_t token) const;
  uint32_t bearer(std::string_view word) const;
  uint32_t body(std::string_view word, uint32_t sentence) const;

  const Document& document_;
  const std::vector<Description>& descriptions_;
  const EntityAnalysis& analysis_;
  const RecentMentions& recent_;
  std::unordered_map<std::string, uint32_t> bearer_;
  std::vector<uint8_t> named_;   // of each token
  std::vector<uint8_t> public_;  // of each entity: its name says that it is no business
  size_t next_description_ = 0;
};

}  // namespace dateline

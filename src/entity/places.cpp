#include "entity/places.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"
#include "text/characters.h"

namespace dateline {
namespace {

/// "36.20" without the platform's locale: the files have plain decimals.
double decimal(std::string_view text) {
  double value = 0, unit = 1;
  bool negative = false, fraction = false;
  for (const char c : text) {
    if (c == '-') negative = true;
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    value = value * 10 + (c - '0');
    if (fraction) unit *= 10;
  }
  return (negative ? -value : value) / unit;
}

struct Located {
  Place place;
  int size = 0;          // of towns: 0..6
  std::string province;  // of towns, in lower case
};

class Atlas {
 public:
  static const Atlas& instance() {
    static const Atlas atlas;
    return atlas;
  }

  const std::vector<Located>* places(const std::string& name) const { return find(places_, name); }
  const std::vector<Located>* countries_of_people(const std::string& name) const { return find(demonyms_, name); }

 private:
  using Table = std::unordered_map<std::string, std::vector<Located>>;

  Atlas() {
    for (const std::string_view line : lines_of(resource("data/entity/countries.tsv"))) {
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() < 5) continue;
      const Located country{{decimal(fields[2]), decimal(fields[3]), std::string(fields[0]), "country"}, 9, {}};
      add(places_, fields[1], country);
      add(demonyms_, fields[4], country);
    }
    for (const std::string_view line : lines_of(resource("data/entity/regions.tsv"))) {
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() < 5) continue;
      const Located region{
          {decimal(fields[3]), decimal(fields[4]), std::string(fields[2]), std::string(fields[1])}, 7, {}};
      add(places_, fields[0], region);
    }
    for (const std::string_view line : lines_of(resource("data/entity/places.tsv"))) {
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() < 6) continue;
      const Located town{{decimal(fields[3]), decimal(fields[4]), std::string(fields[1]), "city"},
                         static_cast<int>(decimal(fields[5])),
                         to_lower(fields[2])};
      add(places_, fields[0], town);
      // A province is where its largest town is; smaller ones come later in the file.
      std::vector<Located>& provinces = places_[to_lower(fields[2]) + " province"];
      if (provinces.empty() && !fields[2].empty()) {
        provinces.push_back(town);
        provinces.back().place.kind = "region";
      }
    }
  }

  static const std::vector<Located>* find(const Table& table, const std::string& name) {
    const auto row = table.find(name);
    return row == table.end() ? nullptr : &row->second;
  }

  static void add(Table& table, std::string_view names, const Located& located) {
    if (names.empty()) return;
    for (const std::string_view name : fields_of(names, '|')) table[to_lower(name)].push_back(located);
  }

  Table places_, demonyms_;
};

class Locator {
 public:
  Locator(const Document& document, EntityAnalysis& analysis) : document_(document), analysis_(analysis) {}

  void run() {
    // Countries first: they decide between namesakes.
    for (Entity& entity : analysis_.entities) {
      const auto* found = entity.type == EntityType::kPlace ? Atlas::instance().places(to_lower(entity.name))
                          : entity.type == EntityType::kGroup
                              ? Atlas::instance().countries_of_people(to_lower(entity.name))
                              : nullptr;
      if (!found) continue;
      if (entity.type == EntityType::kGroup && found->size() > 1) continue;
      const Located& first = found->front();
      if (first.place.country.empty()) continue;
      if (first.place.kind == "city" && found->size() > 1) continue;
      named_countries_[first.place.country] += entity.mentions.size();
    }
    read_areas();
    for (Entity& entity : analysis_.entities) {
      const auto area = areas_.find(static_cast<uint32_t>(&entity - analysis_.entities.data()));
      area_ = area == areas_.end() ? nullptr : &area->second;
      if (entity.type == EntityType::kPlace) locate_place(entity);
      if (entity.type == EntityType::kGroup) {
        const auto* found = Atlas::instance().countries_of_people(to_lower(entity.name));
        if (found && found->size() == 1) entity.place = found->front().place;
      }
    }
  }

 private:
  /// The country or region that the article names behind a place: "Paris, Texas".
  struct Area {
    std::string name;  // lower case
    std::string country;
  };

  void read_areas() {
    for (size_t m = 0; m + 1 < analysis_.mentions.size(); ++m) {
      const Mention& mention = analysis_.mentions[m];
      const Mention& next = analysis_.mentions[m + 1];
      if (next.tokens.first != mention.tokens.last + 1 || document_.lower(mention.tokens.last) != ",") continue;
      const Entity& where = analysis_.entities[next.entity];
      if (analysis_.entities[mention.entity].type != EntityType::kPlace || where.type != EntityType::kPlace) continue;
      const auto* found = Atlas::instance().places(to_lower(where.name));
      if (!found || found->front().place.country.empty()) continue;
      const std::string& kind = found->front().place.kind;
      if (kind != "country" && kind != "region") continue;
      // "Norway, Sweden and Denmark" is a list.
      const auto* own = Atlas::instance().places(to_lower(analysis_.entities[mention.entity].name));
      if (own && own->front().place.kind == "country") continue;
      areas_.emplace(mention.entity,
                     Area{kind == "region" ? to_lower(where.name) : std::string(), found->front().place.country});
    }
  }

  bool lies_in_area(const Located& place) const {
    if (!area_) return true;
    if (place.place.country != area_->country) return false;
    // "Texas" is a province of the gazetteer, "England" is none.
    if (area_->name.empty() || place.province.empty() || !Atlas::instance().places(area_->name + " province"))
      return true;
    return place.province == area_->name;
  }

  void locate_place(Entity& entity) const {
    if (const Located* found = choose(to_lower(entity.name))) {
      entity.place = found->place;
      return;
    }
    for (const std::string& alias : entity.aliases) {
      if (const Located* found = choose(to_lower(alias))) {
        entity.place = found->place;
        return;
      }
    }
    // "Aleppo province", "northern Syria": the place in it, as a region.
    static const Lexicon words("data/entity/name_words.tsv");
    std::string name = to_lower(entity.name);
    const size_t first = name.find(' '), last = name.rfind(' ');
    if (first == std::string::npos) return;
    const std::string before = name.substr(0, first), after = name.substr(last + 1);
    const Located* found = nullptr;
    if (words.field(before, 1) == "direction") found = choose(name.substr(first + 1));
    if (!found && (words.field(after, 1) == "region" || words.field(after, 1) == "city")) {
      found = choose(name.substr(0, last) + " province");
      if (!found) found = choose(name.substr(0, last));
    }
    if (!found) return;
    entity.place = found->place;
    if (words.field(after, 1) != "city") entity.place->kind = "region";
  }

  const Located* choose(const std::string& name) const {
    const std::vector<Located>* places = Atlas::instance().places(name);
    if (!places) return nullptr;
    const Located* best = nullptr;
    double best_score = 0;
    for (const Located& place : *places) {
      if (!lies_in_area(place)) continue;
      const auto row = named_countries_.find(place.place.country);
      const double named = row == named_countries_.end() ? 0 : std::min<double>(static_cast<double>(row->second), 3);
      const double score = place.size + (place.place.kind == "country" ? 0 : 1.5 * named) + 0.01;
      if (score > best_score) {
        best = &place;
        best_score = score;
      }
    }
    return best;
  }

  const Document& document_;
  EntityAnalysis& analysis_;
  std::unordered_map<uint32_t, Area> areas_;  // by entity; the first that is named
  const Area* area_ = nullptr;                // of the entity at hand
  std::unordered_map<std::string, size_t> named_countries_;
};

}  // namespace

void locate(const Document& document, EntityAnalysis& analysis) {
  Locator(document, analysis).run();
}

}  // namespace dateline

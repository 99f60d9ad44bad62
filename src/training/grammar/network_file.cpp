#include "training/grammar/network_file.h"

#include <fstream>
#include <stdexcept>

#include "training/corpus_file.h"

namespace dateline::training {
namespace {

void write_number(std::ofstream& out, uint32_t value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof(value));
}

uint32_t read_number(std::ifstream& in) {
  uint32_t value = 0;
  in.read(reinterpret_cast<char*>(&value), sizeof(value));
  return value;
}

}  // namespace

void save_network(const std::string& path, JointNetwork& network) {
  std::ofstream out(path, std::ios::binary);
  const NetworkShape& shape = network.shape();
  for (const uint32_t size :
       {shape.lexical_rows, shape.width, shape.first, shape.second, shape.tags, shape.hidden, shape.word_slots}) {
    write_number(out, size);
  }
  write_number(out, static_cast<uint32_t>(shape.groups.size()));
  for (const NetworkGroup& g : shape.groups) {
    for (const uint32_t size : {g.rows, g.width, g.slots}) write_number(out, size);
  }
  write_number(out, static_cast<uint32_t>(shape.heads.size()));
  for (const uint32_t outputs : shape.heads) write_number(out, outputs);
  for (const Parameters* p : network.all()) {
    out.write(reinterpret_cast<const char*>(p->value.data()), static_cast<long>(p->value.size() * sizeof(float)));
  }
}

JointNetwork load_network(const std::string& path) {
  std::ifstream in = opened(path);
  NetworkShape shape;
  for (uint32_t* size : {&shape.lexical_rows, &shape.width, &shape.first, &shape.second, &shape.tags, &shape.hidden,
                         &shape.word_slots}) {
    *size = read_number(in);
  }
  for (uint32_t g = read_number(in); g > 0 && in; --g) {
    const uint32_t rows = read_number(in), width = read_number(in);
    shape.groups.push_back({rows, width, read_number(in)});
  }
  for (uint32_t h = read_number(in); h > 0 && in; --h) shape.heads.push_back(read_number(in));
  if (!in) throw std::runtime_error(path + " is no network");
  JointNetwork out(shape, {}, 1);
  for (Parameters* p : out.all()) {
    in.read(reinterpret_cast<char*>(p->value.data()), static_cast<long>(p->value.size() * sizeof(float)));
  }
  if (!in) throw std::runtime_error(path + " is no network");
  return out;
}

}  // namespace dateline::training

// "name=value" arguments: what is tried when the learner is tuned. The defaults are what the model is made with.
#pragma once

#include <map>
#include <string>

namespace dateline::training {

class Options {
 public:
  void set(const std::string& name, double value) { values_[name] = value; }
  double get(const std::string& name, double otherwise) const {
    const auto row = values_.find(name);
    return row == values_.end() ? otherwise : row->second;
  }
  int whole(const std::string& name, int otherwise) const { return static_cast<int>(get(name, otherwise)); }
  float real(const std::string& name, double otherwise) const { return static_cast<float>(get(name, otherwise)); }

 private:
  std::map<std::string, double> values_;
};

}  // namespace dateline::training

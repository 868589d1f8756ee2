// The parts of an explanation, by mode.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/explain.h"
#include "model/standing.h"

namespace opsctl {

/// Collects the values of a part in a few words.
class Explained {
 public:
  Explained(std::string name, Message title) : part_{std::move(name), std::move(title), {}} {}

  template <class Value>
  void add(std::string name, Message label, const Value& value,
           std::optional<Message> because = std::nullopt) {
    part_.values.push_back({std::move(name), std::move(label), value, std::move(because)});
  }
  template <class Value>
  void add(std::string name, Message label, const std::optional<Value>& value,
           std::optional<Message> because = std::nullopt) {
    if (value) add(std::move(name), std::move(label), *value, std::move(because));
  }

  ExplainedPart take() { return std::move(part_); }

 private:
  ExplainedPart part_;
};

/// The focus of the standing, the slot of now, and what comes next; each once.
std::vector<ExplainedPart> explain_calendar(const Inquiry& inquiry, const Standing& standing);
std::vector<ExplainedPart> explain_rolling(const Inquiry& inquiry);
std::vector<ExplainedPart> explain_continuous(const Inquiry& inquiry, const Standing& standing);
std::vector<ExplainedPart> explain_requests(const Inquiry& inquiry);

}  // namespace opsctl

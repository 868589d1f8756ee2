// A runbook's schedule as it is written: its keys, their values, and what each key means.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "model/schedule.h"

namespace opsctl::render {

struct ScheduleKey {
  std::string key;    // as in the YAML: "due"
  std::string value;  // as in the YAML: "fri 17:00"
  Message meaning;
};

/// Only what is set, in the order of the specification.
std::vector<ScheduleKey> keys_of(const ScheduleVersion& version);

/// effective_until and suspend, which belong to the item and not to a version.
std::vector<ScheduleKey> keys_of(const Timetable& timetable);

}  // namespace opsctl::render

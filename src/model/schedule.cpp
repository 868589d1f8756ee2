#include "model/schedule.h"

namespace opsctl {

Mode mode_of(const Cycle& cycle, const Schedule& schedule) {
  if (cycle.kind == Cycle::Kind::continuous) return Mode::continuous;
  if (cycle.kind == Cycle::Kind::on_demand) return Mode::on_demand;
  if (schedule.mode) return *schedule.mode;
  return cycle.every == 1 ? Mode::calendar : Mode::rolling;
}

}  // namespace opsctl

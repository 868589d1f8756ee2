// opsctl doctor: what is wrong around opsctl, and how to mend it. Only reads.

#include <memory>

#include "base/messages/care.h"
#include "cli/checkup.h"
#include "cli/command.h"
#include "render/doctor_view.h"

namespace opsctl::cli {
namespace {

Exit doctor(Session& session) {
  const std::vector<Finding> findings = check_up(session);
  session.print(render::doctor(findings, session.format(), session.look()));
  return worst_of(findings) == Health::wrong ? Exit::failure : Exit::ok;
}

}  // namespace

Command doctor_command() {
  return {.summary = say<messages::about_doctor>(),
          .words = {},
          .options = {},
          .examples = {"opsctl doctor", "opsctl doctor --format json"},
          .action = doctor};
}

}  // namespace opsctl::cli

// What a command that changed something says: what changed, the record's number, what to type next.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "model/run.h"

namespace opsctl::cli {

/// To stdout, for each event what changed and the record; as JSON under --format json. The name of
/// the schema is that of the command. Printed only after the commit.
void say_recorded(const Session& session, std::string_view command,
                  const std::vector<Message>& what, const std::vector<Event>& events);

/// The same for a command that was recorded before with the same --idempotency-key.
Exit say_already_recorded(const Session& session, std::string_view command,
                          const std::vector<Event>& events);

/// To stderr: the command that comes next for this run, after `last` was recorded. `name` is what
/// to call the run.
void say_next(Session& session, const Run& run, const std::string& name, const Event& last);

/// The same where the run is now `person`'s to go on with.
void say_next_of(Session& session, const Run& run, const std::string& name,
                 const std::string& person);

/// "20261122-001: 侵入防御装置のシグネチャ更新"
std::string label_of_run(const Run& run);

}  // namespace opsctl::cli

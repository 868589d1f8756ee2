// The outside world, gathered once by main() and passed as a value. Below main nothing reads the
// clock, the environment or the user; tests name a world of their own.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>

#include "base/time.h"
#include "model/doctor.h"
#include "model/event.h"

namespace opsctl::cli {

struct World {
  /// Asked once by a reading command; a writing one asks inside its transaction (schedule.md 18).
  std::function<Instant()> now;
  /// A fresh random identity (UUID): for a new journal and for idempotency keys.
  std::function<std::string()> new_uuid;

  /// The name of the real uid; never from the environment (records.md, "Who"). The host may have to
  /// ask a directory for it: Session::account() does so for what needs it only.
  std::function<std::string()> account;
  std::uint32_t uid = 0;
  Origin origin;

  std::map<std::string, std::string> environment;  // only what opsctl obeys
  std::string program_folder;                      // of the binary; for the installed sample
  std::string etc_folder = "/etc/opsctl";          // the site's own settings
  std::string system_folder = "/var/lib/opsctl";   // of the journal on a shared host
  bool is_setgid = false;                          // it runs with the group of that journal

  bool input_is_terminal = false;
  bool output_is_terminal = false;
  int columns = 80;  // of the terminal
  /// Columns of ◎ and its like on the terminal, where it can be asked (cursor_probe.h).
  std::function<std::optional<int>()> measure_ambiguous = {};
  /// From now on text longer than the terminal goes through the user's pager (output.h).
  std::function<void()> page_long_text = {};

  /// A key's signature of a text, and whether such a signature is a person's by a file of allowed
  /// signers (ssh_signer.h).
  std::function<std::string(const std::string& key, const std::string& text)> sign = {};
  std::function<bool(const std::string& allowed_signers, const std::string& person,
                     const std::string& text, const std::string& signature, Instant at)>
      verifies = {};
  /// A line for the system's log.
  std::function<void(const std::string&)> system_log = {};
  /// The next key of the terminal, as keyboard.h says. Only where the input is a terminal.
  std::function<std::string()> read_key = {};

  std::istream& in;
  std::ostream& out;
  std::ostream& err;

  /// For doctor: whether this host knows an account, and the file system that a folder is on
  /// (nothing where it cannot be looked at).
  std::function<bool(const std::string& account)> account_exists = {};
  std::function<std::optional<Disk>(const std::string& folder)> disk_of = {};
};

/// The whole program. Prints every error; never exits or throws.
Exit run(int argc, const char* const* argv, const World& world);

/// What was printed did not arrive: says so on stderr, and answers how to end (a monitoring plugin
/// with 3).
Exit report_lost_output(int argc, const char* const* argv, const World& world,
                        const std::string& why);

}  // namespace opsctl::cli

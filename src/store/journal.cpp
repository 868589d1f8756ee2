#include "store/journal.h"

#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/messages/store.h"
#include "base/problem.h"
#include "store/connection.h"
#include "store/draft.h"
#include "store/journal_rights.h"
#include "store/records.h"
#include "store/schema.h"

namespace opsctl {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

Error exists_already(const fs::path& path) {
  return {Exit::journal, say<messages::journal_exists>(path.string())};
}

void write_first_record(const fs::path& path, const Event& birth, milliseconds wait) {
  Connection connection(path, Access::write, wait);
  connection.run([&](SQLite::Database& db) {
    db.exec("BEGIN IMMEDIATE");
    create_schema(db);
    ChainEnd end;
    follow(db, add_record(db, birth, std::get<JournalCreated>(birth.body).uuid, end));
    db.exec("COMMIT");
  });
}

std::unique_ptr<Connection> connect_to(const fs::path& path, Access access, milliseconds wait) {
  auto connection = connect(path, access, wait);
  require_schema(*connection);
  require_shipped_schema(*connection);
  return connection;
}

}  // namespace

Journal::Journal(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {
  const Event first = connection_->run(first_event);
  uuid_ = std::get<JournalCreated>(first.body).uuid;
  created_at_ = first.recorded_at;
}

Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open(const fs::path& path, Access access, milliseconds wait) {
  return Journal(connect_to(path, access, wait));
}

Journal Journal::create(const fs::path& path, const Event& birth, milliseconds wait) {
  if (!std::holds_alternative<JournalCreated>(birth.body))
    throw std::logic_error("a journal begins with its own creation");
  const JournalRights rights;
  const fs::path place = resolved_place(path);
  if (is_taken(place)) throw exists_already(place);
  try {
    Draft draft(place, 0660);
    write_first_record(draft.path(), birth, wait);
    draft.publish();
    sync_folder(place.parent_path());
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::file_exists) throw exists_already(place);
    throw Error(Exit::journal, say<messages::journal_not_writable>(place.string(),
                                                                   words_of(error.code().value())));
  }
  return open(place, Access::write, wait);
}

Journal Journal::open_or_create(const fs::path& path, const Event& birth, milliseconds wait) {
  const JournalRights rights;
  const fs::path place = resolved_place(path);
  if (is_taken(place)) return open(place, Access::write, wait);
  try {
    return create(place, birth, wait);
  } catch (const Error& error) {
    // Somebody else was first.
    if (error.problem().what.text != &messages::journal_exists) throw;
    return open(place, Access::write, wait);
  }
}

bool Journal::is_there(const fs::path& path) {
  const JournalRights rights;
  // Not exists(): what cannot be looked at, in a folder that may not be entered, is not missing.
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

const fs::path& Journal::path() const { return connection_->path(); }

}  // namespace opsctl

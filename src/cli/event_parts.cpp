#include "cli/event_parts.h"

#include <algorithm>
#include <utility>

#include "base/messages/sheet.h"
#include "render/log_view.h"

namespace opsctl::cli {

Journal same_journal(const Session& session, const std::string& uuid) {
  std::optional<Journal> journal = session.read_journal();
  if (!journal || journal->uuid() != uuid)
    throw Error(Exit::journal, say<messages::journal_replaced>(),
                say<messages::journal_replaced_hint>());
  return *std::move(journal);
}

EventParts::EventParts(const Session& session, std::optional<Journal> journal, EventFilter filter,
                       int limit)
    : session_(session), filter_(std::move(filter)) {
  if (!journal) return;
  const Anchor head = journal->head();  // which is looked at: of a journal that was cut, it is gone
  uuid_ = head.journal;
  last_ = journal->nth_last(filter_, 1);
  Page page{.up_to = head.seq};
  if (limit > 0) page.after = std::max<std::int64_t>(journal->nth_last(filter_, limit) - 1, 0);
  first_part_ = journal->events(filter_, page);
}

void EventParts::each(const std::function<bool(const std::vector<Event>&)>& take) const {
  if (first_part_.empty() || !take(first_part_)) return;
  Page page{.after = first_part_.back().seq, .up_to = last_};
  while (page.after < last_) {
    const std::vector<Event> part = same_journal(session_, uuid_).events(filter_, page);
    if (part.empty() || !take(part)) return;
    page.after = part.back().seq;
  }
}

void print_log(Session& session, const EventParts& parts, render::Format format,
               const std::function<bool(const std::string&)>& write) {
  render::LogView view(session.catalog(), format, session.look(), parts.last());
  if (view.is_aligned()) {
    parts.each([&](const std::vector<Event>& part) {
      view.measure(part);
      return true;
    });
  }
  bool is_read = write(view.begin());
  if (!is_read) return;
  parts.each([&](const std::vector<Event>& part) { return is_read = write(view.add(part)); });
  if (is_read) write(view.end());
}

}  // namespace opsctl::cli

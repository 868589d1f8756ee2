// `export log --format jsonl` of a journal of several pages, while somebody writes: nobody waits
// for a slow reader, and what was there at the beginning comes out whole.

#include <catch2/catch.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "cli/world.h"
#include "store/chain.h"
#include "store/helpers.h"

using namespace opsctl;
using namespace opsctl::test;

namespace {

constexpr int kRuns = 1200;  // more than two pages

/// A reader that does something each time it is given a part.
class SlowReader : public std::streambuf {
 public:
  explicit SlowReader(std::function<void()> between) : between_(std::move(between)) {}

  std::string text;
  int parts = 0;

 protected:
  int sync() override {
    ++parts;
    between_();
    return 0;
  }
  int overflow(int c) override {
    text += static_cast<char>(c);
    return c;
  }
  std::streamsize xsputn(const char* from, std::streamsize count) override {
    text.append(from, static_cast<std::size_t>(count));
    return count;
  }

 private:
  std::function<void()> between_;
};

struct Exported {
  Exit exit{};
  std::string text;
  std::string errors;
  int parts = 0;
};

Exported export_log(const std::filesystem::path& journal, std::function<void()> between) {
  SlowReader reader(std::move(between));
  std::istringstream in;
  std::ostream out(&reader);
  std::ostringstream err;
  const cli::World world{.now = [] { return kNoon; },
                         .new_uuid = random_uuid,
                         .account = [] { return "sato"; },
                         .uid = 1001,
                         .origin = {"pts/1", "ops1", "0.1.0"},
                         .environment = {{"OPSCTL_DB", journal.string()}, {"LANG", "C"}},
                         .program_folder = "/nowhere",
                         .in = in,
                         .out = out,
                         .err = err};
  const std::vector<const char*> words = {"opsctl", "export", "log", "--format", "jsonl"};
  const Exit exit = cli::run(static_cast<int>(words.size()), words.data(), world);
  return {exit, reader.text, err.str(), reader.parts};
}

/// The number of lines that continue each other, by the hash of what they say.
std::int64_t whole_lines(const std::string& text) {
  Hash previous{};
  std::int64_t count = 0;
  for (const std::string& line : split(text, '\n')) {
    if (line.empty()) break;
    const Json record = Json::parse(line);
    const Hash hash = chain_hash(previous, count + 1, record.at("payload").get<std::string>());
    if (record.at("seq") != count + 1 || record.at("previous") != hex(previous) ||
        record.at("hash") != hex(hash))
      break;
    previous = hash;
    ++count;
  }
  return count;
}

void fill(Journal& journal, int runs) {
  auto transaction = journal.begin();
  for (int i = 1; i <= runs; ++i) transaction.append(start_of("20261122-" + std::to_string(i)));
  transaction.commit();
}

}  // namespace

TEST_CASE("the journal as lines, page by page, with a writer in between") {
  const TempFolder folder;
  Journal journal = Journal::create(folder.journal(), birth());
  fill(journal, kRuns);
  int written = 0;
  const Exported exported = export_log(folder.journal(), [&] {
    append(journal, start_of("20261123-" + std::to_string(++written)));
  });
  CHECK(exported.errors == "");
  CHECK(exported.exit == Exit::ok);
  CHECK(exported.parts >= 3);
  CHECK(written == exported.parts);
  CHECK(journal.head().seq == 1 + kRuns + written);
  // Up to the head that it began with, and no record twice.
  CHECK(whole_lines(exported.text) == 1 + kRuns);
  CHECK(std::ranges::count(exported.text, '\n') == 1 + kRuns);
}

TEST_CASE("a journal that becomes another one in the middle is noticed") {
  const TempFolder folder;
  {
    Journal journal = Journal::create(folder.journal(), birth());
    fill(journal, kRuns);
  }
  bool replaced = false;
  const Exported exported = export_log(folder.journal(), [&] {
    if (std::exchange(replaced, true)) return;
    std::filesystem::remove(folder.journal());
    Journal::create(folder.journal(), birth());
  });
  CHECK(exported.exit == Exit::journal);
  CHECK(exported.errors.find("replaced by another one") != std::string::npos);
}

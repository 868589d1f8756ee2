// The compiled catalogue saves time and changes nothing: what comes out of it is what the files
// say, whatever happened to them or to it.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <deque>
#include <random>
#include <set>
#include <thread>

#include <nlohmann/json.hpp>

#include "catalog/catalog_loader.h"
#include "catalog/compiled.h"
#include "catalog/pack_fields.h"
#include "every_key.h"
#include "temp_folder.h"

using namespace opsctl;
namespace fs = std::filesystem;

namespace {

const Instant kNow{std::chrono::seconds(1795305600)};  // 2026-11-22 00:00 UTC

template <class T>
std::string packed(const T& value) {
  Packer to;
  to(value);
  return to.take();
}

std::string packed_overview(const Runbook& book) {
  Packer details;
  describe_details(details, book);
  return packed(book) + details.take();
}

std::string packed_whole(const Runbook& book) {
  Packer rest;
  describe_rest(rest, book);
  return packed_overview(book) + rest.take();
}

/// All that the cache knows of a catalogue.
std::string text_of(const Catalog& catalog) {
  std::string text = catalog.title + "\n" + catalog.zone.name() + "\n" +
                     packed(catalog.effective_from) + packed(catalog.fiscal_year_start) +
                     packed(catalog.week_start) + packed(catalog.parties) +
                     packed(catalog.holidays) + packed(catalog.roster) + packed(catalog.sheets);
  for (const Runbook& book : catalog.runbooks) text += packed_whole(book) + book.pos.file;
  return text;
}

std::string answer_of(const LoadResult& loaded) {
  if (loaded.catalog) return text_of(*loaded.catalog);
  std::string text;
  for (const Diagnostic& one : loaded.diagnostics) text += to_text(one, Language::en, 1);
  return text;
}

/// The shipped catalogue, copied, with a cache of its own.
class Site {
 public:
  Site() {
    fs::copy(fs::path(OPSCTL_SOURCE_DIR) / "runbooks", runbooks(), fs::copy_options::recursive);
    for (const auto& entry : fs::directory_iterator(runbooks() / "incident")) {
      if (entry.path().filename() != "sheet.yaml") books_.push_back(entry.path());
    }
    std::ranges::sort(books_);
  }

  fs::path runbooks() const { return folder_.path() / "runbooks"; }
  fs::path caches() const { return folder_.path() / "cache"; }
  const std::vector<fs::path>& books() const { return books_; }

  /// The file with the heads of the runbooks; nothing while there is none.
  std::optional<fs::path> cache() const {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(caches() / "opsctl", none)) {
      const std::string name = entry.path().string();
      if (!name.ends_with("-details") && !name.ends_with("-rest")) return entry.path();
    }
    return std::nullopt;
  }
  fs::path details() const { return cache()->string() + "-details"; }
  fs::path rests() const { return cache()->string() + "-rest"; }

  LoadResult load(Purpose purpose = Purpose::reading) const {
    return load_catalog(runbooks(), kNow, caches(), purpose);
  }
  LoadResult parse() const { return load_catalog(runbooks(), kNow); }

  /// How many runbooks were read from their files, not from the cache.
  static std::ptrdiff_t read_from_files(const LoadResult& loaded) {
    return std::ranges::count_if(loaded.catalog->runbooks,
                                 [](const Runbook& book) { return !book.text.empty(); });
  }

  std::string agreed() const { return answer_of(load()) == answer_of(parse()) ? "yes" : "no"; }

 private:
  TempFolder folder_;
  std::vector<fs::path> books_;
};

/// Longer than the moment in which a change may leave no trace.
void grow_old() { std::this_thread::sleep_for(std::chrono::milliseconds(2'100)); }

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

}  // namespace

/// The names of all keys that a schema knows.
void add_keys(const nlohmann::json& schema, std::set<std::string>& keys) {
  if (!schema.is_structured()) return;
  for (const auto& [name, value] : schema.items()) {
    if (name == "properties" && value.is_object()) {
      for (const auto& [key, about] : value.items()) keys.insert(key);
    }
    add_keys(value, keys);
  }
}

bool has_key(const std::string& yaml, const std::string& key) {
  for (auto at = yaml.find(key + ":"); at != std::string::npos; at = yaml.find(key + ":", at + 1)) {
    if (at > 0 && std::string(" \n{").find(yaml[at - 1]) != std::string::npos) return true;
  }
  return false;
}

/// But for what is not packed: the files' texts and places.
void require_equal(const Catalog& unpacked, const Catalog& read) {
  CHECK(unpacked.title == read.title);
  CHECK(unpacked.zone.name() == read.zone.name());
  CHECK(unpacked.effective_from == read.effective_from);
  CHECK(unpacked.fiscal_year_start == read.fiscal_year_start);
  CHECK(unpacked.week_start == read.week_start);
  CHECK(unpacked.parties == read.parties);
  CHECK(unpacked.holidays == read.holidays);
  CHECK(unpacked.sheets == read.sheets);
  CHECK(unpacked.roster.text.empty());
  Roster roster = unpacked.roster;
  roster.text = read.roster.text;
  CHECK(roster == read.roster);
  REQUIRE(unpacked.runbooks.size() == read.runbooks.size());
  for (std::size_t i = 0; i < read.runbooks.size(); ++i) {
    CHECK(unpacked.runbooks[i].text.empty());
    Runbook book = unpacked.runbooks[i];
    book.text = read.runbooks[i].text;
    CAPTURE(book.id);
    CHECK(book == read.runbooks[i]);
  }
}

TEST_CASE("what is packed is unpacked as it was: every key there is") {
  const TempFolder folder;
  fs::create_directories(folder.path() / "every" / "all");
  std::string all;
  for (const auto& [name, text] : kEveryKey) {
    write(folder.path() / "every" / name, std::string(text));
    all += "\n" + std::string(text);
  }
  std::set<std::string> keys;
  for (const auto& entry : fs::directory_iterator(fs::path(OPSCTL_SOURCE_DIR) / "schema")) {
    if (entry.path().extension() == ".json")
      add_keys(nlohmann::json::parse(content_of(entry.path())), keys);
  }
  CHECK(keys.size() > 80);
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(has_key(all, key));
  }
  const fs::path runbooks = folder.path() / "every";
  const LoadResult read = load_catalog(runbooks, kNow);
  CHECK(answer_of(read).find("error") == std::string::npos);
  REQUIRE(read.catalog);
  grow_old();
  load_catalog(runbooks, kNow, folder.path() / "cache", Purpose::reading);
  const LoadResult again = load_catalog(runbooks, kNow, folder.path() / "cache", Purpose::reading);
  REQUIRE(again.catalog);
  require_equal(*again.catalog, *read.catalog);
  CHECK(again.limits == read.limits);
}

TEST_CASE("what is packed is unpacked as it was: the shipped catalogue") {
  const Site site;
  grow_old();
  site.load();
  const LoadResult again = site.load();
  require_equal(*again.catalog, *site.parse().catalog);
}

TEST_CASE("damaged bytes are refused, and do nothing worse") {
  const auto catalog = *load_catalog(fs::path(OPSCTL_SOURCE_DIR) / "runbooks", kNow).catalog;
  const std::string bytes = packed_whole(catalog.runbooks.front()) + packed(catalog.roster);
  std::mt19937 random(3);
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string broken = bytes;
    for (auto n = 1 + random() % 3; n > 0; --n)
      broken[random() % broken.size()] = static_cast<char>(random());
    broken.resize(random() % 4 == 0 ? random() % broken.size() : broken.size());
    try {
      Runbook book;
      Roster roster;
      Unpacker from(broken);
      from(book);
      describe_details(from, book);
      describe_rest(from, book);
      from(roster);
    } catch (const NotPacked&) {
      ++refused;
    }
  }
  CHECK(refused > 5'000);
}

TEST_CASE("the cache gives what the files say, and one edited runbook is one that is read") {
  const Site site;
  grow_old();
  CHECK(Site::read_from_files(site.load()) == 75);
  REQUIRE(site.cache());
  struct stat status {};
  REQUIRE(::stat(site.cache()->c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  REQUIRE(::stat(site.cache()->parent_path().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);

  CHECK(Site::read_from_files(site.load()) == 0);
  CHECK(site.agreed() == "yes");

  std::string text = content_of(site.books()[48]);
  text.replace(text.find("title: "), 7, "title: 新");
  write(site.books()[48], text);
  const LoadResult edited = site.load();
  CHECK(Site::read_from_files(edited) == 1);
  CHECK(answer_of(edited) == answer_of(site.parse()));
  // As editors save: another file under the name.
  const fs::path beside = site.runbooks() / "new";
  write(beside, text);
  fs::rename(beside, site.books()[48]);
  CHECK(Site::read_from_files(site.load()) == 1);
  CHECK(site.agreed() == "yes");
}

TEST_CASE("an overview is all but summaries, steps and record fields, and reads none of them") {
  const Site site;
  grow_old();
  site.load();
  const Catalog read = *site.parse().catalog;
  fs::remove(site.rests());
  const LoadResult loaded = site.load(Purpose::overview);
  REQUIRE(loaded.catalog);
  CHECK(Site::read_from_files(loaded) == 0);
  for (std::size_t i = 0; i < read.runbooks.size(); ++i) {
    const Runbook& book = loaded.catalog->runbooks[i];
    CHECK(packed_overview(book) == packed_overview(read.runbooks[i]));
    CHECK((book.summary.empty() && book.steps.empty() && book.records.empty()));
  }
  // Who wants to see them has the cache made anew.
  CHECK(Site::read_from_files(site.load()) == 75);
  CHECK(Site::read_from_files(site.load()) == 0);
  CHECK(site.agreed() == "yes");
}

TEST_CASE("standings need what items are called and when they are due, and read nothing else") {
  const Site site;
  grow_old();
  site.load();
  const Catalog read = *site.parse().catalog;
  fs::remove(site.details());
  fs::remove(site.rests());
  const LoadResult loaded = site.load(Purpose::standings);
  REQUIRE(loaded.catalog);
  CHECK(Site::read_from_files(loaded) == 0);
  for (std::size_t i = 0; i < read.runbooks.size(); ++i) {
    const Runbook& book = loaded.catalog->runbooks[i];
    CHECK(packed(book) == packed(read.runbooks[i]));
    CHECK((book.duties.empty() && book.summary.empty() && book.steps.empty()));
  }
}

TEST_CASE("part of a catalogue is not taken for the whole") {
  const Site site;
  grow_old();
  site.load();
  Compiled before(content_of(*site.cache()), fs::absolute(site.runbooks()).string());
  before.attach(Layer::details, content_of(site.details()));
  before.attach(Layer::rests, content_of(site.rests()));
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  for (const std::string missing : {"", "catalog.yaml", "incident"}) {
    Compilation made;
    std::deque<std::string> names;
    before.every([&](const CompiledEntry& entry) {
      if (entry.name != missing) made.keep(*before.find(names.emplace_back(entry.name)));
      return true;
    });
    const ByLayer<std::string> bytes =
        made.bytes(fs::absolute(site.runbooks()).string(), std::chrono::nanoseconds(now).count());
    for (std::size_t layer = 0; layer < kLayers; ++layer)
      write(std::array{*site.cache(), site.details(), site.rests()}[layer], bytes[layer]);
    CAPTURE(missing);
    fs::create_directory(site.runbooks() / "more");  // a sheet without anything in it
    CHECK(site.agreed() == "yes");
    fs::remove(site.runbooks() / "more");
    CHECK(site.agreed() == "yes");
  }
}

TEST_CASE("whoever finds an edited runbook keeps all that is known of the others") {
  const Site site;
  grow_old();
  site.load();
  for (const Purpose purpose : {Purpose::standings, Purpose::overview}) {
    write(site.books()[12], content_of(site.books()[12]) + "# 注\n");
    grow_old();
    CHECK(Site::read_from_files(site.load(purpose)) == 1);
    CHECK(Site::read_from_files(site.load()) == 0);
    CHECK(site.agreed() == "yes");
  }
}

TEST_CASE("the details and rests of another compilation are not believed") {
  const Site site;
  grow_old();
  site.load();
  std::mt19937 random(7);
  for (const fs::path& layer : {site.details(), site.rests()}) {
    const std::string whole = content_of(layer);
    for (int i = 0; i < 6; ++i) {
      std::string broken = whole;
      if (i % 2 == 0)
        broken.resize(random() % broken.size());
      else
        broken[random() % broken.size()] ^= static_cast<char>(1U << (random() % 8));
      write(layer, broken);
      CHECK(site.agreed() == "yes");
      CHECK(content_of(layer) == whole);  // it was made anew
    }
  }
}

TEST_CASE("the rules of the zone are kept as long as its file looks the same") {
  const Site site;
  grow_old();
  const Zone zone = site.load().catalog->zone;
  // A cache from when the rules were others.
  const fs::path file = site.runbooks() / "catalog.yaml";
  CatalogHead head = *read_catalog_head(content_of(file), file.string()).value;
  ZoneRules others = zone.rules();
  others.spans.back().offset += std::chrono::hours(1);
  head.zone = Zone(others);
  const auto write_cache = [&](const FileStamp& of_zone) {
    Compilation made;
    made.add("catalog.yaml", EntryKind::head, *stamp_of(file.string()), {packed(head)});
    made.add(zone.file(), EntryKind::zone, of_zone, {packed(std::string())});
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const ByLayer<std::string> bytes =
        made.bytes(fs::absolute(site.runbooks()).string(), std::chrono::nanoseconds(now).count());
    write(site.details(), bytes[1]);
    write(site.rests(), bytes[2]);
    write(*site.cache(), bytes[0]);
  };
  FileStamp stamp = *stamp_of(zone.file());
  write_cache(stamp);
  CHECK(site.load().catalog->zone.rules() == others);  // the library was not asked

  ++stamp.inode;
  write_cache(stamp);
  CHECK(site.load().catalog->zone.rules() == zone.rules());
  CHECK(Site::read_from_files(site.load()) == 0);  // it was made anew
  CHECK(site.load().catalog->zone.rules() == zone.rules());
}

TEST_CASE("who records something reads the files that it comes from") {
  const Site site;
  grow_old();
  site.load();
  const LoadResult loaded = site.load(Purpose::recording);
  REQUIRE(loaded.catalog);
  CHECK(Site::read_from_files(loaded) == 0);
  CHECK(loaded.catalog->roster.text == content_of(site.runbooks() / "roster.yaml"));
  const Runbook& book = loaded.catalog->runbooks[12];
  const auto again = read_again(book, *loaded.catalog, loaded.limits);
  REQUIRE(again);
  CHECK(again->text == content_of(site.books()[12]));
  CHECK(packed_whole(*again) == packed_whole(book));
  write(site.books()[12], "id: inc-13\n");
  CHECK_FALSE(read_again(book, *loaded.catalog, loaded.limits));
}

TEST_CASE("a change that leaves no trace but its time is noticed while the file is young") {
  const Site site;
  CHECK(Site::read_from_files(site.load()) == 75);
  // All files are as young as the cache: none of them is believed.
  CHECK(Site::read_from_files(site.load()) == 75);
  std::string text = content_of(site.books()[0]);
  const auto letter = text.find("議");
  REQUIRE(letter != std::string::npos);
  text.replace(letter, 3, "義");
  struct stat before {};
  ::stat(site.books()[0].c_str(), &before);
  write(site.books()[0], text);
  const std::array<timespec, 2> times{before.st_atim, before.st_mtim};
  ::utimensat(AT_FDCWD, site.books()[0].c_str(), times.data(), 0);  // as if nothing had been
  CHECK(site.agreed() == "yes");
}

TEST_CASE("a set-back time and the same size do not hide a change") {
  const Site site;
  grow_old();
  site.load();
  std::string text = content_of(site.books()[0]);
  text.replace(text.find("議"), 3, "義");
  struct stat before {};
  ::stat(site.books()[0].c_str(), &before);
  write(site.books()[0], text);
  const std::array<timespec, 2> times{before.st_atim, before.st_mtim};
  ::utimensat(AT_FDCWD, site.books()[0].c_str(), times.data(), 0);
  CHECK(site.agreed() == "yes");
}

TEST_CASE("what a link leads to may come later, without a trace in its folder") {
  const Site site;
  const fs::path elsewhere = site.runbooks().parent_path();
  fs::copy(site.runbooks() / "incident", elsewhere / "away", fs::copy_options::recursive);
  fs::create_symlink("../later", site.runbooks() / "more");
  grow_old();
  REQUIRE(site.load().catalog);
  REQUIRE(Site::read_from_files(site.load()) == 0);
  fs::rename(elsewhere / "away", elsewhere / "later");  // now every item is there twice
  CHECK_FALSE(site.load().catalog);
  CHECK(site.agreed() == "yes");
}

TEST_CASE("random edits of random files: the cache and the files say the same") {
  const Site site;
  std::mt19937 random(11);
  grow_old();
  site.load();
  const std::vector<std::string> others = {"catalog.yaml", "roster.yaml", "holidays-jp.yaml",
                                           "incident/sheet.yaml"};
  for (int i = 0; i < 60; ++i) {
    if (i == 30) grow_old();
    const fs::path file = random() % 4 == 0 ? site.runbooks() / others[random() % others.size()]
                                            : site.books()[random() % site.books().size()];
    const std::string before = content_of(file);
    std::string text = before;
    switch (random() % 5) {
      case 0:
        text[random() % text.size()] = "ax1:- #\n"[random() % 8];
        break;
      case 1:
        text.insert(random() % text.size(), 1, "ax1:- #\n"[random() % 8]);
        break;
      case 2:
        text += "# 注\n";
        break;
      case 3:
        fs::remove(file);
        CHECK(site.agreed() == "yes");
        break;
      default:
        write(site.runbooks() / "incident" / "76-more.yaml", before);
        CHECK(site.agreed() == "yes");
        fs::remove(site.runbooks() / "incident" / "76-more.yaml");
        break;
    }
    write(file, text);
    CAPTURE(i, file.string());
    CHECK(site.agreed() == "yes");
    if (random() % 2 == 0) write(file, before);  // or the mistake stays for a while
    CHECK(site.agreed() == "yes");
    if (!site.parse().catalog) write(file, before);
  }
}

TEST_CASE("a cache that is damaged, foreign or open to others is not believed") {
  const Site site;
  grow_old();
  site.load();
  REQUIRE(site.cache());
  const fs::path cache = *site.cache();
  const std::string whole = content_of(cache);
  const auto believed = [&] { return Site::read_from_files(site.load()) == 0; };
  CHECK(believed());

  std::mt19937 random(5);
  for (int i = 0; i < 40; ++i) {
    std::string broken = whole;
    if (i % 2 == 0)
      broken.resize(random() % broken.size());
    else
      broken[random() % broken.size()] ^= static_cast<char>(1U << (random() % 8));
    Compiled compiled(broken, fs::absolute(site.runbooks()).string());
    CHECK(compiled.find("catalog.yaml") == nullptr);
  }
  CHECK(Compiled(whole, "/another/catalogue").find("catalog.yaml") == nullptr);
  CHECK(Compiled(whole, fs::absolute(site.runbooks()).string()).find("catalog.yaml") != nullptr);

  write(cache, whole.substr(0, whole.size() / 2));
  CHECK_FALSE(believed());
  CHECK(believed());  // it was made anew
  ::chmod(cache.c_str(), 0644);
  CHECK_FALSE(believed());
  CHECK(believed());
  fs::rename(cache, site.caches() / "elsewhere");
  fs::create_symlink(site.caches() / "elsewhere", cache);
  CHECK_FALSE(believed());
  ::chmod(cache.parent_path().c_str(), 0777);
  CHECK_FALSE(believed());
  CHECK_FALSE(believed());  // nor is anything written there
  if (::geteuid() != 0) return;
  ::chmod(cache.parent_path().c_str(), 0700);
  CHECK(believed());  // it is the user's own still
  REQUIRE(::chown(cache.c_str(), 1, 1) == 0);
  CHECK_FALSE(believed());
}

TEST_CASE("without a place for it there is no cache, and nothing is said") {
  const Site site;
  for (const fs::path& caches : {fs::path(), fs::path("relative"), fs::path("/proc/none")}) {
    const LoadResult loaded = load_catalog(site.runbooks(), kNow, caches, Purpose::reading);
    CHECK(answer_of(loaded) == answer_of(site.parse()));
  }
  CHECK_FALSE(fs::exists("relative"));
}

TEST_CASE("a catalogue with mistakes is not compiled") {
  const Site site;
  write(site.books()[3], "id: inc-4\n");
  grow_old();
  CHECK(site.agreed() == "yes");
  CHECK_FALSE(site.cache());
}

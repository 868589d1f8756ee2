// Values of record fields: the first byte chooses the type, the rest is what was typed. What is
// taken is safe to keep, and is taken again as it is.
#include "base/text.h"
#include "fuzz/target.h"
#include "model/record_value.h"

using namespace opsctl;
using opsctl::fuzz::require;

namespace {

constexpr int kTypes = static_cast<int>(FieldType::choice) + 1;

Runbook book() {
  Runbook made;
  made.id = "inc-13";
  for (int i = 0; i < kTypes; ++i) {
    RecordField field{.key = std::string(1, static_cast<char>('a' + i)),
                      .label = "field",
                      .type = static_cast<FieldType>(i)};
    if (field.type == FieldType::choice) field.choices = {"良い", "bad", "bad day", "3"};
    made.records.push_back(std::move(field));
  }
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const Runbook kBook = book();
  static const Zone kTokyo = Zone::find("Asia/Tokyo").value();
  const std::string_view typed = fuzz::text_of(data + 1, size - 1);
  const RecordField& field = kBook.records[data[0] % kTypes];

  const auto value = record_value(field, typed, kTokyo);
  if (const auto* text = std::get_if<std::string>(&value)) {
    require(is_utf8(*text) && !text->empty(), "a value that cannot be kept");
    require(record_value(field, *text, kTokyo) == value,
            "a value that is another when typed again");
  }
  const std::string assignment(typed);
  const auto values = record_values(kBook, {&assignment, 1}, kTokyo);
  if (const auto* all = std::get_if<std::map<std::string, std::string>>(&values))
    require(all->size() == 1, "one assignment, one value");

  const auto note = optional_text("--note", typed);
  if (const auto* text = std::get_if<std::string>(&note))
    require(optional_text("--note", *text) == note, "a note that is another when typed again");
  return 0;
}

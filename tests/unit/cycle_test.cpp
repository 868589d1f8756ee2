#include "model/cycle.h"

#include <catch2/catch.hpp>

#include "model/cycle_length.h"

using namespace opsctl;

namespace {

std::string canonical_of(std::string_view text) {
  const auto parsed = parse_cycle(text);
  const auto* cycle = std::get_if<Cycle>(&parsed);
  return cycle == nullptr ? "refused" : to_text(*cycle);
}

struct Refused {
  std::string message;
  std::string hint;
};

Refused refusal_of(std::string_view text) {
  const auto parsed = parse_cycle(text);
  INFO(text);
  REQUIRE(std::holds_alternative<Refusal>(parsed));
  const auto& refusal = std::get<Refusal>(parsed);
  REQUIRE(refusal.hint);
  return {to_text(refusal.what, Language::en), to_text(*refusal.hint, Language::en)};
}

std::string lead_of(const char* text) {
  const auto lead = default_lead(std::get<Cycle>(parse_cycle(text)));
  return lead ? to_text(*lead) : "whole slot";
}

}  // namespace

TEST_CASE("a cycle is read into unit, count and multiple") {
  struct Row {
    const char* text;
    Cycle::Unit unit;
    int count;
    int every;
  };
  using Unit = Cycle::Unit;
  for (const Row& row :
       {Row{"1/D", Unit::day, 1, 1}, Row{"2/D", Unit::day, 2, 1}, Row{"1/W", Unit::week, 1, 1},
        Row{"1/5Y", Unit::year, 1, 5}, Row{"1/1D", Unit::day, 1, 1}, Row{"2/Y", Unit::year, 2, 1},
        Row{"4/Y", Unit::year, 4, 1}, Row{"1/6M", Unit::month, 1, 6},
        Row{"1/Q", Unit::quarter, 1, 1}, Row{"999/D", Unit::day, 999, 1},
        Row{"1/99D", Unit::day, 1, 99}, Row{"１／Ｄ", Unit::day, 1, 1},
        Row{" 1/D ", Unit::day, 1, 1}, Row{"　1/D", Unit::day, 1, 1}}) {
    INFO(row.text);
    const auto parsed = parse_cycle(row.text);
    REQUIRE(std::holds_alternative<Cycle>(parsed));
    CHECK(std::get<Cycle>(parsed) == Cycle{Cycle::Kind::frequency, row.count, row.every, row.unit});
  }
}

TEST_CASE("the canonical text leaves out a multiple of one and full width") {
  CHECK(canonical_of("1/1D") == "1/D");
  CHECK(canonical_of("１／５Ｙ") == "1/5Y");
  CHECK(canonical_of("24H") == "24H");
  CHECK(canonical_of("２４Ｈ") == "24H");
  CHECK(canonical_of("随時") == "随時");
  CHECK(canonical_of("on-demand") == "随時");
}

TEST_CASE("anything else is refused with a suggestion") {
  struct Row {
    const char* text;
    const char* hint;
  };
  const char* const numbers = "in N/kU, N is a whole number of 1 to 999 and k one of 1 to 99";
  const char* const unit =
      "name a unit: D (day), W (week), M (month), Q (quarter) or Y (fiscal year)";
  const char* const hours = "24H means continuous; for every n hours write N/D";
  const char* const form = "write 24H, 随時 or N/kU, such as 1/D, 2/Y or 1/5Y";
  for (const Row& row : {Row{"0/D", numbers},
                         Row{"1/0D", numbers},
                         Row{"01/D", "did you mean '1/D'?"},
                         Row{"1/05Y", "did you mean '1/5Y'?"},
                         Row{"1/d", "did you mean '1/D'?"},
                         Row{"1/m", "use 1/M for month; minutes are not supported"},
                         Row{"2/3m", "use 2/3M for month; minutes are not supported"},
                         Row{"24h", "did you mean '24H'?"},
                         Row{"1/H", hours},
                         Row{"1/h", hours},
                         Row{"1/BD", "for every business day write 1/D and 'days: business'"},
                         Row{"D", "did you mean '1/D'?"},
                         Row{"/D", "did you mean '1/D'?"},
                         Row{"1/", unit},
                         Row{"1/5", unit},
                         Row{"1 / D", "did you mean '1/D'?"},
                         Row{"1/D/", "did you mean '1/D'?"},
                         Row{"1/100D", numbers},
                         Row{"1000/D", numbers},
                         Row{"-1/D", numbers},
                         Row{"1.5/D", numbers},
                         Row{"999999999999/D", numbers},
                         Row{"/", unit},
                         Row{"年", form},
                         Row{"1/X", form},
                         Row{"On-Demand", "did you mean 'on-demand'?"},
                         Row{"daily", "did you mean '1/D'?"},
                         Row{"毎月", "did you mean '1/M'?"}}) {
    INFO(row.text);
    const Refused refused = refusal_of(row.text);
    CHECK(refused.message == std::string("'") + row.text + "' is not a cycle");
    CHECK(refused.hint == row.hint);
  }
  CHECK(refusal_of("").message == "the cycle is empty");
  CHECK(refusal_of(" 　").hint == form);
}

TEST_CASE("the lead follows from the length of a slot") {
  for (const char* text : {"1/D", "999/D", "1/7D", "1/W", "2/2W", "5/M", "14/M", "60/Y"})
    CHECK(lead_of(text) == "whole slot");
  for (const char* text : {"1/M", "2/M", "3/M", "4/M", "12/Y", "1/8D", "1/2W", "3/Q", "1/31D"})
    CHECK(lead_of(text) == "7d");
  for (const char* text : {"1/Q", "4/Y", "6/Y", "1/2M", "1/32D", "5/Y"})
    CHECK(lead_of(text) == "14d");
  for (const char* text : {"2/Y", "1/Y", "1/6M", "1/4M", "2/2Y", "1/2Q"})
    CHECK(lead_of(text) == "30d");
  for (const char* text : {"1/2Y", "1/5Y", "1/13M"}) CHECK(lead_of(text) == "90d");
}

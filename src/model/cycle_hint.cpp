#include "model/cycle_hint.h"

#include "base/messages/base.h"
#include "base/messages/schedule.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace opsctl {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kWords = {
    {{"DAILY", "1/D"},
     {"WEEKLY", "1/W"},
     {"MONTHLY", "1/M"},
     {"QUARTERLY", "1/Q"},
     {"YEARLY", "1/Y"},
     {"ANNUALLY", "1/Y"},
     {"毎日", "1/D"},
     {"毎週", "1/W"},
     {"毎月", "1/M"},
     {"四半期", "1/Q"},
     {"半期", "2/Y"},
     {"毎年", "1/Y"},
     {"常時", "24H"},
     {"都度", "随時"}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return out;
}

/// Without spaces, leading zeros and a slash at the end; in capitals; "D" and "/D" become "1/D".
std::string tidied(std::string_view text) {
  std::string out;
  for (const char c : upper(text)) {
    const bool after_digit = !out.empty() && is_digit(out.back());
    const bool leading_zero = after_digit && out.back() == '0' && is_digit(c) &&
                              (out.size() == 1 || !is_digit(out[out.size() - 2]));
    if (leading_zero) out.pop_back();
    if (c != ' ') out += c;
  }
  if (out.size() > 1 && out.back() == '/') out.pop_back();
  if (out.size() == 1) out.insert(0, "/");
  if (out.front() == '/') out.insert(0, "1");
  return out;
}

bool has_digits_only(std::string_view text) { return std::ranges::all_of(text, is_digit); }

/// "1/d", "01/D", "1 / D", "24h", "On-Demand", "daily".
std::optional<std::string> meant(std::string_view text) {
  const std::string capitals = upper(text);
  if (capitals == "ON-DEMAND" || capitals == "ON DEMAND" || capitals == "ONDEMAND")
    return "on-demand";
  const auto* word =
      std::ranges::find(kWords, capitals, &std::pair<std::string_view, std::string_view>::first);
  if (word != kWords.end()) return std::string(word->second);
  const auto cycle = parse_exact_cycle(tidied(text));
  return cycle ? std::optional(to_text(*cycle)) : std::nullopt;
}

}  // namespace

Message hint_for_cycle(std::string_view text) {
  if (text.empty()) return say<messages::cycle_hint_form>();
  const std::size_t slash = text.find('/');
  const bool has_slash = slash != std::string_view::npos;
  const std::string_view period = has_slash ? text.substr(slash + 1) : std::string_view();
  const auto near = meant(text);

  if (near && has_slash && text.back() == 'm') return say<messages::cycle_hint_minutes>(*near);
  if (!period.empty() && (period.back() == 'H' || period.back() == 'h'))
    return say<messages::cycle_hint_hours>();
  if (upper(period).ends_with("BD")) return say<messages::cycle_hint_business_days>();
  if (near) return say<messages::did_you_mean>(*near);
  if (has_slash && has_digits_only(period)) return say<messages::cycle_hint_unit>();
  const bool has_unit =
      !period.empty() && std::string_view("DWMQY").find(period.back()) != std::string_view::npos;
  return has_unit ? say<messages::cycle_hint_numbers>() : say<messages::cycle_hint_form>();
}

}  // namespace opsctl

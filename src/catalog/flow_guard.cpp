#include "catalog/flow_guard.h"

#include "base/messages/catalog.h"

#include <algorithm>
#include <string>

namespace opsctl {

FlowGuard::Progress FlowGuard::read(std::string_view line, std::size_t byte) {
  for (std::size_t at = byte;;) {
    at = skip_spaces(line, at);
    if (nothing_at(line, at)) break;
    if (auto trouble = token(line, at)) return {at, trouble};
    if (closed()) return {at};
  }
  // A key and its ':' stand on one line.
  if (open_.back().next == Next::colon)
    return {line.size(), Trouble{line.size(), say<messages::flow_no_colon>()}};
  return {line.size()};
}

std::optional<Trouble> FlowGuard::token(std::string_view line, std::size_t& at) {
  switch (line[at]) {
    case '[':
    case '{':
      return open(line, at);
    case ']':
    case '}':
      return close(line, at);
    case ',':
      return comma(at);
    case ':':
      if (is_separator(line, at, true)) return colon(line, at);
      [[fallthrough]];
    default:
      return text(line, at);
  }
}

std::optional<Trouble> FlowGuard::open(std::string_view line, std::size_t& at) {
  if (!open_.empty()) {
    if (auto trouble = expect_value(at)) return trouble;
    if (open_.back().bracket == '{' && open_.back().next == Next::entry)
      return Trouble{at, say<messages::flow_no_key>()};
    had_value();
  }
  open_.push_back({line[at], Next::entry});
  deepest_ = std::max(deepest_, open_.size());
  ++at;
  return std::nullopt;
}

std::optional<Trouble> FlowGuard::close(std::string_view line, std::size_t& at) {
  const Open& top = open_.back();
  const char wanted = top.bracket == '[' ? ']' : '}';
  if (line[at] != wanted)
    return Trouble{at,
                   say<messages::wrong_bracket>(std::string(1, line[at]), std::string(1, wanted))};
  if (top.next == Next::value) return Trouble{at, say<messages::flow_no_value>()};
  if (top.next == Next::colon) return Trouble{at, say<messages::flow_no_colon>()};
  open_.pop_back();
  ++at;
  return std::nullopt;
}

std::optional<Trouble> FlowGuard::comma(std::size_t& at) {
  Open& top = open_.back();
  if (top.next == Next::colon) return Trouble{at, say<messages::flow_no_colon>()};
  if (top.next != Next::comma) return Trouble{at, say<messages::flow_no_value>()};
  top.next = Next::entry;
  ++at;
  return std::nullopt;
}

std::optional<Trouble> FlowGuard::colon(std::string_view line, std::size_t& at) {
  Open& top = open_.back();
  if (top.bracket == '[')
    return Trouble{at, say<messages::colon_in_list>(), say<messages::quote_it>()};
  if (top.next != Next::colon) {
    return Trouble{at, say<messages::colon_in_text>(), say<messages::quote_it>()};
  }
  top.next = Next::value;
  ++at;
  if (at < line.size() && line[at] != ' ') return Trouble{at, say<messages::flow_no_value>()};
  return std::nullopt;
}

std::optional<Trouble> FlowGuard::text(std::string_view line, std::size_t& at) {
  if (auto trouble = expect_value(at)) return trouble;
  const bool quoted = line[at] == '"' || line[at] == '\'';
  const TextEnd end = quoted ? quoted_end(line, at) : flow_plain_end(line, at);
  if (const auto* trouble = std::get_if<Trouble>(&end)) return *trouble;
  const std::size_t begin = at;
  at = std::get<std::size_t>(end);
  Open& top = open_.back();
  if (top.bracket == '[' || top.next == Next::value) {
    had_value();
    return std::nullopt;
  }
  const std::size_t behind = skip_spaces(line, at);
  if (behind >= line.size() || !is_separator(line, behind, true)) {
    if (auto trap = key_trap(line.substr(begin, at - begin), begin)) return trap;
    return Trouble{begin, say<messages::flow_no_colon>()};
  }
  top.next = Next::colon;
  return std::nullopt;
}

std::optional<Trouble> FlowGuard::expect_value(std::size_t at) const {
  if (open_.back().next != Next::comma) return std::nullopt;
  return Trouble{at, say<messages::flow_no_comma>()};
}

void FlowGuard::had_value() { open_.back().next = Next::comma; }

}  // namespace opsctl

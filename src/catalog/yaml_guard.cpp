#include "catalog/yaml_guard.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/block_layout.h"
#include "catalog/flow_guard.h"

namespace opsctl {
namespace {

constexpr std::size_t kLongestKey = 100;  // in bytes; strict parsers stop at 1024

bool is_quote(char c) { return c == '"' || c == '\''; }

Trouble misplaced(std::size_t at) {
  return {at, say<messages::odd_indentation>(), say<messages::align_lines>()};
}

class Guard {
 public:
  explicit Guard(const SourceText& source) : source_(source), lines_(source.lines()) {
    for (std::string& line : lines_) std::ranges::replace(line, '\t', ' ');
  }

  GuardedYaml run();

 private:
  struct OpenFlow {
    FlowGuard guard;
    std::size_t line;
    std::size_t byte;
  };

  std::string_view line() const { return lines_[number_]; }
  void complain(const Trouble& trouble) {
    diagnostics_.push_back(source_.error(number_, trouble.byte, trouble.what, trouble.hint));
  }

  void read_line();
  bool is_marker();
  void read_block(std::size_t at);
  void read_entry(std::size_t at, bool after_dash);
  void read_keyless(std::size_t at, bool after_dash);
  void read_value(std::size_t at);
  void read_text(std::size_t at);
  void read_flow(std::size_t at);
  void unclosed_flow();
  void empty_entries();
  bool next_line_begins_at(std::size_t column) const;

  void bad_value(std::size_t at, const Trouble& trouble);
  void bad_flow();
  void bad_entry(std::size_t at, bool after_dash, const Trouble& trouble);
  void bad_part(const Trouble& trouble);

  const SourceText& source_;
  std::vector<std::string> lines_;
  std::size_t number_ = 0;
  Diagnostics diagnostics_;
  BlockLayout layout_;
  std::optional<OpenFlow> flow_;
  std::size_t part_line_ = 0;                    // the last key at the root
  std::size_t part_value_ = 0;                   // the byte behind its ':'
  std::optional<std::size_t> skip_deeper_than_;  // what follows belongs to something bad
  bool keys_lost_ = false;
  bool content_seen_ = false;
  bool stopped_ = false;
};

GuardedYaml Guard::run() {
  for (; number_ < lines_.size() && !stopped_; ++number_) read_line();
  if (flow_) unclosed_flow();
  layout_.close_all();
  empty_entries();
  lines_.resize(number_);
  return {std::move(diagnostics_), join(lines_, "\n") + "\n", keys_lost_};
}

void Guard::read_line() {
  const std::size_t at = skip_spaces(line(), 0);
  if (nothing_at(line(), at)) return;
  if (skip_deeper_than_ && at > *skip_deeper_than_) {
    lines_[number_].clear();
    return;
  }
  skip_deeper_than_.reset();
  if (flow_) {
    // A closing bracket may stand below the key.
    const bool closes = at == layout_.column() && (line()[at] == ']' || line()[at] == '}');
    if (layout_.empty() || at > layout_.column() || closes) return read_flow(at);
    unclosed_flow();
  }
  if (at == 0 && is_marker()) return;
  content_seen_ = true;
  read_block(at);
}

/// `---` may begin the file. Whatever follows another marker would be dropped silently.
bool Guard::is_marker() {
  const std::string_view word = line().substr(0, line().find(' '));
  const bool directive = line().starts_with('%');
  if (word == "---" && !content_seen_ && nothing_at(line(), skip_spaces(line(), 3))) {
    content_seen_ = true;
    return true;
  }
  if (word != "---" && word != "..." && !directive) return false;
  complain({0, directive ? say<messages::yaml_directive>() : say<messages::second_document>(),
            say<messages::one_document>()});
  stopped_ = true;
  keys_lost_ = true;
  lines_[number_].clear();
  return true;
}

void Guard::read_block(std::size_t at) {
  bool after_dash = false;
  while (line()[at] == '-' && (at + 1 == line().size() || line()[at + 1] == ' ')) {
    if (auto trouble = layout_.enter(at, true, number_)) return bad_part(*trouble);
    if (layout_.depth() > kMaxDepth) return bad_part({at, say<messages::too_deep>(kMaxDepth)});
    after_dash = true;
    at = skip_spaces(line(), at + 1);
    if (nothing_at(line(), at)) return;
  }
  read_entry(at, after_dash);
}

/// What stands at the beginning of a line or behind "- ".
void Guard::read_entry(std::size_t at, bool after_dash) {
  if (line()[at] == '[' || line()[at] == '{')
    return layout_.awaits_value(at) ? read_value(at) : bad_part(misplaced(at));
  std::size_t colon = at;
  if (is_quote(line()[at])) {
    const TextEnd end = quoted_end(line(), at);
    if (const auto* trouble = std::get_if<Trouble>(&end))
      return bad_entry(at, after_dash, *trouble);
    colon = skip_spaces(line(), std::get<std::size_t>(end));
  } else {
    while (!nothing_at(line(), colon) && !is_separator(line(), colon, false)) ++colon;
  }
  if (nothing_at(line(), colon) || !is_separator(line(), colon, false))
    return read_keyless(at, after_dash);
  if (!is_quote(line()[at])) {
    const TextEnd key = plain_end(line().substr(0, colon), at);
    if (const auto* trouble = std::get_if<Trouble>(&key))
      return bad_entry(at, after_dash, *trouble);
  }
  if (colon - at > kLongestKey)
    return bad_entry(at, after_dash, {at, say<messages::key_too_long>()});
  if (auto trouble = layout_.enter(at, false, number_)) return bad_part(*trouble);
  if (layout_.depth() > kMaxDepth) return bad_part({at, say<messages::too_deep>(kMaxDepth)});
  if (layout_.at_root()) std::tie(part_line_, part_value_) = std::pair(number_, colon + 1);
  const std::size_t value = skip_spaces(line(), colon + 1);
  if (!nothing_at(line(), value)) read_value(value);
}

/// A text alone: the entry of a list, or a mistake.
void Guard::read_keyless(std::size_t at, bool after_dash) {
  if (after_dash && !next_line_begins_at(at)) return read_value(at);
  const std::string_view rest = line().substr(at);
  const auto trap = key_trap(rest, at);
  if (!trap)
    return bad_entry(at, after_dash,
                     {at, say<messages::neither_key_nor_entry>(), say<messages::one_line_text>()});
  const std::string key(rest.substr(0, key_length(rest)));
  if (layout_.enter(at, false, number_)) return bad_part(*trap);
  complain(*trap);
  lines_[number_].replace(at, std::string::npos, fmt::format("{}: {}", key, kBadMark));
  layout_.has_value();
  skip_deeper_than_ = at;
}

/// The value of the innermost entry.
void Guard::read_value(std::size_t at) {
  const char first = line()[at];
  if (!layout_.empty()) layout_.has_value();
  if (first == '[' || first == '{') {
    flow_ = OpenFlow{{}, number_, at};
    return read_flow(at);
  }
  if (first == '|' || first == '>') skip_deeper_than_ = layout_.column();
  read_text(at);
}

void Guard::read_text(std::size_t at) {
  const TextEnd end = is_quote(line()[at]) ? quoted_end(line(), at) : plain_end(line(), at);
  if (const auto* trouble = std::get_if<Trouble>(&end)) return bad_value(at, *trouble);
  const std::size_t behind = skip_spaces(line(), std::get<std::size_t>(end));
  if (!nothing_at(line(), behind))
    bad_value(at, {behind, say<messages::text_after_value>(), say<messages::quote_it>()});
}

void Guard::read_flow(std::size_t at) {
  FlowGuard::Progress progress = flow_->guard.read(line(), at);
  if (!progress.trouble && flow_->guard.deepest() + layout_.depth() > kMaxDepth)
    progress.trouble = Trouble{at, say<messages::too_deep>(kMaxDepth)};
  if (progress.trouble) {
    complain(*progress.trouble);
    return bad_flow();
  }
  if (!flow_->guard.closed()) return;
  const std::size_t begin = flow_->line == number_ ? flow_->byte : at;
  flow_.reset();
  const std::size_t behind = skip_spaces(line(), progress.byte);
  if (!nothing_at(line(), behind)) bad_value(begin, {behind, say<messages::text_after_value>()});
}

/// A line that is indented no deeper than the key ends a flow, closed or not.
void Guard::unclosed_flow() {
  const std::string bracket(1, source_.lines()[flow_->line][flow_->byte]);
  diagnostics_.push_back(source_.error(flow_->line, flow_->byte,
                                       say<messages::unclosed_bracket>(bracket),
                                       say<messages::close_or_indent>()));
  bad_flow();
  skip_deeper_than_.reset();
}

void Guard::empty_entries() {
  for (const auto& [line, column] : layout_.empty_entries()) {
    diagnostics_.push_back(source_.error(line, column, say<messages::empty_list_entry>()));
    if (!lines_[line].empty())
      lines_[line].replace(column, std::string::npos, fmt::format("- {}", kBadMark));
  }
}

bool Guard::next_line_begins_at(std::size_t column) const {
  for (std::size_t i = number_ + 1; i < lines_.size(); ++i) {
    const std::size_t at = skip_spaces(lines_[i], 0);
    if (!nothing_at(lines_[i], at)) return at == column;
  }
  return false;
}

void Guard::bad_value(std::size_t at, const Trouble& trouble) {
  const MessageText* what = trouble.what.text;
  const bool joined = what == &messages::colon_in_text || what == &messages::text_after_value;
  // The line of a key that has its value below was joined to this one: whose value that is, nobody
  // can tell.
  if (joined && trim(line()).ends_with(':')) return bad_part(trouble);
  if (joined) keys_lost_ = true;
  complain(trouble);
  lines_[number_].replace(at, std::string::npos, kBadMark);
}

void Guard::bad_flow() {
  for (std::size_t i = flow_->line + 1; i <= number_ && i < lines_.size(); ++i) {
    if (i < number_ || skip_spaces(lines_[i], 0) > layout_.column()) lines_[i].clear();
  }
  lines_[flow_->line].replace(flow_->byte, std::string::npos, kBadMark);
  flow_.reset();
  skip_deeper_than_ = layout_.column();
  stopped_ = layout_.empty();  // the whole file was in it
}

/// What should be a key cannot be read; what is below belongs to it.
void Guard::bad_entry(std::size_t at, bool after_dash, const Trouble& trouble) {
  const bool is_key = layout_.continues_mapping(at) || (after_dash && next_line_begins_at(at));
  if (!is_key && !after_dash) return bad_part(trouble);
  complain(trouble);
  if (is_key) layout_.enter(at, false, number_);
  layout_.has_value();
  const std::string_view form = is_key ? "{0}: {0}" : "{0}";
  lines_[number_].replace(at, std::string::npos, fmt::format(fmt::runtime(form), kBadMark));
  skip_deeper_than_ = layout_.column();
}

/// The structure is not clear any more: the part of the file that began with the last key at the
/// root is not looked at any further.
void Guard::bad_part(const Trouble& trouble) {
  complain(trouble);
  keys_lost_ = true;
  layout_.back_to_root();
  skip_deeper_than_ = layout_.column();
  if (layout_.empty() || layout_.restarted()) {
    for (std::size_t i = 0; i <= number_; ++i) lines_[i].clear();
    part_value_ = 0;
    return;
  }
  for (std::size_t i = part_line_ + 1; i <= number_; ++i) lines_[i].clear();
  if (part_value_ > 0)
    lines_[part_line_].replace(part_value_, std::string::npos, fmt::format(" {}", kBadMark));
}

}  // namespace

GuardedYaml guard_yaml(const SourceText& source) { return Guard(source).run(); }

}  // namespace opsctl

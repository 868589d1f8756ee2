// What it takes to read one file: its text, its places, and the list of what is wrong with it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "catalog/source_text.h"
#include "catalog/yaml_node.h"

namespace opsctl {

/// A place that can still be shown when the file is no longer at hand.
struct Place {
  SourcePos pos;
  std::string source_line;
};

/// The keys at the top of a file, for checks that need several files.
using Places = std::map<std::string, Place, std::less<>>;

Diagnostic complaint(Severity severity, const Place& place, Message message,
                     const std::optional<Message>& hint = {});

/// What was read of a file; a value only where there is no error in it.
template <class T>
struct ReadResult {
  std::optional<T> value;
  Diagnostics diagnostics;
  Places places = {};
};

class Reading {
 public:
  Reading(std::string_view text, const std::string& name) : text_(text), source_(text, name) {}

  /// Checks the text and reads it into a tree; nothing where it is no mapping at all.
  std::optional<YamlNode> tree();

  void error(const YamlNode& at, Message message, const std::optional<Message>& hint = {});
  void tell(Severity severity, const YamlNode& at, Message message,
            const std::optional<Message>& hint);
  void drop_warnings();
  Place place(const YamlNode& node) const;

  /// Grows with every complaint: tells whether a part was read without one.
  std::size_t complaints() const { return diagnostics_.size(); }

  /// Some lines could not be read: what seems to be missing may stand there.
  bool keys_lost() const { return keys_lost_; }

  template <class T>
  ReadResult<T> result(T value, const YamlNode& root) {
    ReadResult<T> result = nothing<T>();
    if (!has_errors(result.diagnostics)) result.value = std::move(value);
    for (const YamlEntry& entry : root.entries)
      result.places.emplace(entry.key.text, place(entry.key));
    return result;
  }

  template <class T>
  ReadResult<T> nothing() {
    sort_by_position(diagnostics_);
    return {std::nullopt, std::move(diagnostics_)};
  }

 private:
  std::string_view text_;
  SourceText source_;
  Diagnostics diagnostics_;
  bool keys_lost_ = false;
};

}  // namespace opsctl

// The only file that includes yaml-cpp. What it accepts beyond strict YAML is refused by yaml_guard
// before.
#include "catalog/reading.h"

#include <sstream>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/messages/catalog.h"
#include "base/text.h"
#include "catalog/yaml_guard.h"

namespace opsctl {
namespace {

class TreeBuilder : public YAML::EventHandler {
 public:
  YamlNode root;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}

  // yaml-cpp's mark of an empty value lies behind it: add() takes that of its key instead.
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    add(node(YamlNode::Kind::nothing, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    YamlNode scalar = node(YamlNode::Kind::text, mark);
    if (value == kBadMark) scalar.kind = YamlNode::Kind::bad;
    scalar.text = value;
    add(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                       YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {
    open_.push_back({node(YamlNode::Kind::list, mark)});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open_.push_back({node(YamlNode::Kind::map, mark)});
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    bool value_next = false;
  };

  static YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) {
    YamlNode made;
    made.kind = kind;
    made.line = static_cast<std::size_t>(mark.line);
    made.byte = static_cast<std::size_t>(mark.column);
    return made;
  }

  void close() {
    YamlNode done = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(done));
  }

  void add(YamlNode child) {
    if (open_.empty()) {
      root = std::move(child);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(child));
      return;
    }
    if (!parent.value_next) {
      parent.node.entries.push_back({std::move(child), {}});
    } else {
      YamlEntry& entry = parent.node.entries.back();
      if (child.kind == YamlNode::Kind::nothing) {
        child.line = entry.key.line;
        child.byte = entry.key.byte;
      }
      entry.value = std::move(child);
    }
    parent.value_next = !parent.value_next;
  }

  std::vector<Open> open_;
};

}  // namespace

Diagnostic complaint(Severity severity, const Place& place, Message message,
                     const std::optional<Message>& hint) {
  return {severity, place.pos, std::move(message), hint, place.source_line};
}

std::optional<YamlNode> Reading::tree() {
  ByteCheck bytes = check_bytes(text_, source_);
  diagnostics_ = std::move(bytes.diagnostics);
  if (!bytes.readable) return std::nullopt;

  GuardedYaml guarded = guard_yaml(source_);
  keys_lost_ = guarded.keys_lost;
  diagnostics_.insert(diagnostics_.end(), guarded.diagnostics.begin(), guarded.diagnostics.end());
  TreeBuilder builder;
  try {
    std::istringstream in(guarded.text);
    YAML::Parser parser(in);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& e) {
    if (!has_errors(diagnostics_)) {
      diagnostics_.push_back(source_.error(static_cast<std::size_t>(std::max(e.mark.line, 0)),
                                           static_cast<std::size_t>(std::max(e.mark.column, 0)),
                                           say<messages::no_yaml>(e.msg)));
    }
    return std::nullopt;
  }
  if (builder.root.kind == YamlNode::Kind::map) return std::move(builder.root);
  if (builder.root.kind == YamlNode::Kind::nothing && !has_errors(diagnostics_)) {
    diagnostics_.push_back({Severity::error, {source_.name(), 0, 0}, say<messages::file_empty>()});
  } else if (!has_errors(diagnostics_)) {
    error(builder.root, say<messages::root_is_no_map>());
  }
  return std::nullopt;
}

void Reading::error(const YamlNode& at, Message message, const std::optional<Message>& hint) {
  tell(Severity::error, at, std::move(message), hint);
}

void Reading::tell(Severity severity, const YamlNode& at, Message message,
                   const std::optional<Message>& hint) {
  diagnostics_.push_back(complaint(severity, place(at), std::move(message), hint));
}

void Reading::drop_warnings() {
  std::erase_if(diagnostics_, [](const Diagnostic& d) { return d.severity == Severity::warning; });
}

Place Reading::place(const YamlNode& node) const {
  SourcePos pos = source_.pos(node.line, node.byte);
  const auto index = static_cast<std::size_t>(pos.line) - 1;
  return {std::move(pos), source_.lines()[index]};
}

}  // namespace opsctl

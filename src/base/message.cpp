#include "base/message.h"

#include "base/text.h"

namespace opsctl {

std::string to_text(const Message& message, Language language) {
  const std::string_view pattern = language == Language::ja ? message.text->ja : message.text->en;
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      out += pattern[i];
      continue;
    }
    const auto& arg = message.args.at(static_cast<std::size_t>(pattern[i + 1] - '0')).value;
    const auto* nested = std::get_if<Message>(&arg);
    // Whatever a user's word holds: a message stays one line that a terminal may be sent.
    out += nested != nullptr ? to_text(*nested, language) : visible(std::get<std::string>(arg));
    i += 2;
  }
  return out;
}

}  // namespace opsctl

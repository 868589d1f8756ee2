// Everything said to a person, in Japanese and English. The texts live in
// base/messages/*.inc; a text whose placeholders disagree between the languages, or with its
// call, does not compile.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace opsctl {

enum class Language { ja, en };

enum class MessageId : std::uint16_t {
#define OPSCTL_MESSAGE(id, en, ja) id,
#include "base/messages/all.inc"
#undef OPSCTL_MESSAGE
  count_
};

namespace detail {

struct Texts {
  std::string_view name;
  std::string_view en;
  std::string_view ja;
};

inline constexpr auto kTexts = std::to_array<Texts>({
#define OPSCTL_MESSAGE(id, en, ja) {#id, en, ja},
#include "base/messages/all.inc"
#undef OPSCTL_MESSAGE
});

/// The placeholders {0} to {9} of a text as a set of bits; anything else in braces is a mistake
/// and answers -1.
consteval int placeholders(std::string_view text) {
  int seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return -1;
    if (text[i] != '{') continue;
    if (i + 2 >= text.size() || text[i + 1] < '0' || text[i + 1] > '9' || text[i + 2] != '}')
      return -1;
    seen |= 1 << (text[i + 1] - '0');
    i += 2;
  }
  return seen;
}

consteval bool languages_agree() {
  for (const Texts& texts : kTexts) {
    const int used = placeholders(texts.en);
    const bool gapless = ((used + 1) & used) == 0;
    if (used < 0 || !gapless || used != placeholders(texts.ja)) return false;
  }
  return true;
}
static_assert(languages_agree(), "a message's placeholders differ between English and Japanese");

template <MessageId id>
consteval std::size_t argument_count() {
  int used = placeholders(kTexts[static_cast<std::size_t>(id)].en);
  std::size_t count = 0;
  for (; used != 0; used >>= 1) ++count;
  return count;
}

}  // namespace detail

struct MessageArg;

/// A text for people that is not in a language yet. Build it with say<>().
struct Message {
  MessageId id{};
  std::vector<MessageArg> args;

  friend bool operator==(const Message&, const Message&) = default;
};

/// A word of the user's (shown as it is) or a message of its own (shown in the language asked for).
struct MessageArg {
  std::variant<std::string, Message> value;

  MessageArg(std::string text) : value(std::move(text)) {}         // NOLINT: converts on purpose
  MessageArg(std::string_view text) : value(std::string(text)) {}  // NOLINT
  MessageArg(const char* text) : value(std::string(text)) {}       // NOLINT
  MessageArg(std::integral auto number) : value(std::to_string(number)) {}  // NOLINT
  MessageArg(Message message) : value(std::move(message)) {}                // NOLINT

  friend bool operator==(const MessageArg&, const MessageArg&) = default;
};

/// say<MessageId::run_unknown>(id): the number of arguments is checked when compiling.
template <MessageId id, class... Args>
Message say(Args&&... args) {
  static_assert(sizeof...(Args) == detail::argument_count<id>(),
                "this message has another number of placeholders");
  return Message{id, {MessageArg(std::forward<Args>(args))...}};
}

std::string to_text(const Message& message, Language language);

/// The stable English name of a message, for `error.code` in JSON: "run_unknown".
std::string_view name_of(MessageId id);

}  // namespace opsctl

// Everything said to a person, in Japanese and English. The texts live in base/messages/*.h, by
// area; a text whose placeholders disagree between the languages, or with its call, does not
// compile.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace opsctl {

enum class Language { ja, en };

namespace detail {

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

}  // namespace detail

/// What can be said: one text in both languages. English is lower case without a full stop, as it
/// follows "error: " or "hint: "; {0} to {9} are the arguments. There is one object for each
/// message, so its address is its identity.
struct MessageText {
  std::string_view name;  // stable, for `error.code` in JSON: "run_unknown"
  std::string_view en;
  std::string_view ja;
  std::size_t arguments = 0;

  consteval MessageText(std::string_view its_name, std::string_view english,
                        std::string_view japanese)
      : name(its_name), en(english), ja(japanese) {
    const int used = detail::placeholders(english);
    const bool gapless = ((used + 1) & used) == 0;
    if (used < 0 || !gapless || used != detail::placeholders(japanese))
      throw "a message's placeholders differ between English and Japanese";
    for (int rest = used; rest != 0; rest >>= 1) ++arguments;
  }
};

/// Defines messages::id; only in base/messages/.
#define OPSCTL_MESSAGE(id, en, ja) \
  inline constexpr ::opsctl::MessageText id { #id, en, ja }

struct MessageArg;

/// A text for people that is not in a language yet. Build it with say<>().
struct Message {
  const MessageText* text = nullptr;
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

/// say<messages::run_unknown>(id): the number of arguments is checked when compiling.
template <const MessageText& text, class... Args>
Message say(Args&&... args) {
  static_assert(sizeof...(Args) == text.arguments,
                "this message has another number of placeholders");
  return Message{&text, {MessageArg(std::forward<Args>(args))...}};
}

std::string to_text(const Message& message, Language language);

}  // namespace opsctl

#include "render/colour.h"

namespace opsctl::render {
namespace {

std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "1";
    case Style::faint:
      return "2";
    case Style::bad:
      return "31";
    case Style::attention:
      return "33";
    case Style::good:
      return "32";
  }
  return "";
}

}  // namespace

std::string styled(std::string_view text, Style style, const Look& look) {
  const std::string_view code = code_of(style);
  if (!look.colour || code.empty() || text.empty()) return std::string(text);
  std::string out = "\x1B[";
  out += code;
  out += 'm';
  out += text;
  out += "\x1B[0m";
  return out;
}

}  // namespace opsctl::render

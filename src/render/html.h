// The only writer of HTML and SVG: markup as a value that is well formed by construction. Text and
// attribute values become markup by escaping and by nothing else, so what a title, a note or a name
// says stays text. The markup is XHTML, too: an XML parser accepts it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opsctl::render {

class Html {
 public:
  /// Nothing.
  Html() = default;

  const std::string& markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }

  Html& operator+=(const Html& next) {
    markup_ += next.markup_;
    return *this;
  }
  friend Html operator+(Html first, const Html& next) {
    first += next;
    return first;
  }

 private:
  friend Html escaped(std::string_view words);
  friend Html style_sheet(std::string_view css);
  friend Html element(std::string_view name,
                      const std::vector<std::pair<std::string_view, std::string>>& attributes,
                      const Html& content);
  // No constructor: braces around two texts would be one.
  static Html of(std::string markup) {
    Html html;
    html.markup_ = std::move(markup);
    return html;
  }

  std::string markup_;
};

/// Names are ours and written in the program; values are anybody's and are escaped.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// Text: made visible(), then escaped. A line end becomes a line break.
Html escaped(std::string_view words);

Html element(std::string_view name, const Attributes& attributes, const Html& content = {});
Html element(std::string_view name, const Html& content);
/// With a class alone, as most have.
Html element(std::string_view name, std::string_view css_class, const Html& content = {});

/// A <style> of our own: nobody else's words, but through css_string().
Html style_sheet(std::string_view css);

/// "…", so that it ends neither the string nor the style sheet.
std::string css_string(std::string_view words);

}  // namespace opsctl::render

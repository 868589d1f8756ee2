#include "render/svg.h"

#include <algorithm>

#include "base/text.h"
#include "base/width.h"

namespace opsctl::render {
namespace {

// Tenths of a millimetre.
constexpr int kWidth = 1780;
constexpr int kLabelWidth = 600;
constexpr int kBarWidth = 1060;
constexpr int kRow = 56;
constexpr int kBarHeight = 36;
constexpr int kGap = 16;
constexpr int kFont = 27;
constexpr int kLabelColumns = 42;

std::string number(std::int64_t value) { return std::to_string(value); }

Html text_at(std::int64_t x, std::int64_t y, std::string_view words, std::string_view anchor) {
  return element("text",
                 {{"x", number(x)},
                  {"y", number(y)},
                  {"font-size", number(kFont)},
                  {"text-anchor", std::string(anchor)}},
                 escaped(words));
}

}  // namespace

Html bar_chart(const Chart& chart) {
  std::int64_t most = 1;
  for (const Bar& bar : chart.bars) most = std::max(most, bar.value);
  Html drawn;
  std::int64_t top = 0;
  for (const Bar& bar : chart.bars) {
    const std::int64_t baseline = top + kRow / 2 + kFont / 3;
    const std::int64_t length = bar.value * kBarWidth / most;
    drawn +=
        text_at(kLabelWidth - kGap, baseline, cut(visible(bar.label), kLabelColumns, 2), "end");
    drawn += element("rect", {{"x", number(kLabelWidth)},
                              {"y", number(top + (kRow - kBarHeight) / 2)},
                              {"width", number(length)},
                              {"height", number(kBarHeight)},
                              {"fill", "#555"}});
    drawn += text_at(kLabelWidth + length + kGap, baseline, number(bar.value), "start");
    top += kRow;
  }
  drawn += element("path", {{"d", "M" + number(kLabelWidth) + " 0 V" + number(top)},
                            {"stroke", "#000"},
                            {"stroke-width", "3"}});
  return element("div", "chart",
                 element("p", "bad", escaped(chart.title)) +
                     element("svg",
                             {{"xmlns", "http://www.w3.org/2000/svg"},
                              {"role", "img"},
                              {"aria-label", chart.title},
                              {"viewBox", "0 0 " + number(kWidth) + " " + number(top)},
                              {"width", number(kWidth / 10) + "mm"},
                              {"height", number((top + 9) / 10) + "mm"}},
                             drawn));
}

}  // namespace opsctl::render

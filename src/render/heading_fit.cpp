#include "render/heading_fit.h"

#include <algorithm>
#include <numeric>

#include "base/width.h"

namespace opsctl::render {
namespace {

/// The widths where common headings have `above` lines and the columns' own have `below`.
std::vector<int> widths_for(const std::vector<HeadingGroup>& groups, int above, int below) {
  std::vector<int> widths;
  for (const HeadingGroup& group : groups) {
    std::vector<int> own;
    for (const HeadingFit& column : group.columns) own.push_back(column.narrowest(below));
    const int gaps = static_cast<int>(own.size()) - 1;
    int missing =
        group.heading.narrowest(above) - std::accumulate(own.begin(), own.end(), 0) - gaps;
    for (; missing > 0; --missing) ++*std::ranges::min_element(own);
    widths.insert(widths.end(), own.begin(), own.end());
  }
  return widths;
}

bool fits(const std::vector<int>& widths, int room) {
  const int gaps = static_cast<int>(widths.size()) - 1;
  return std::accumulate(widths.begin(), widths.end(), gaps) <= room;
}

}  // namespace

HeadingFit::HeadingFit(std::string_view text, int least, int ambiguous) : least_(least) {
  const int natural = std::max(display_width(text, ambiguous), least);
  for (int width = least; width <= natural; ++width)
    lines_at_.push_back(static_cast<int>(wrap(text, width, ambiguous).size()));
}

int HeadingFit::narrowest(int lines) const {
  const auto found = std::ranges::find_if(lines_at_, [&](int needed) { return needed <= lines; });
  return least_ + static_cast<int>(found - lines_at_.begin());
}

std::vector<int> lowest_headings(const std::vector<HeadingGroup>& groups, int room) {
  int above = 1;
  int below = 1;
  for (const HeadingGroup& group : groups) {
    above = std::max(above, group.heading.tallest());
    for (const HeadingFit& column : group.columns) below = std::max(below, column.tallest());
  }
  for (int lines = 2; lines <= above + below; ++lines) {
    for (int upper = std::max(1, lines - below); upper <= std::min(above, lines - 1); ++upper) {
      std::vector<int> widths = widths_for(groups, upper, lines - upper);
      if (fits(widths, room)) return widths;
    }
  }
  return {};
}

}  // namespace opsctl::render

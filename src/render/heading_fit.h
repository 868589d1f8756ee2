// How narrow a heading can be, and the column widths that make a matrix's headings lowest.
#pragma once

#include <string_view>
#include <vector>

namespace opsctl::render {

/// For a text: the narrowest width that needs no more than so many lines.
class HeadingFit {
 public:
  HeadingFit(std::string_view text, int least, int ambiguous);

  int narrowest(int lines) const;
  int tallest() const { return lines_at_.front(); }

 private:
  int least_;
  std::vector<int> lines_at_;  // [i] is the number of lines at width least_ + i
};

/// Neighbouring columns below a common heading.
struct HeadingGroup {
  HeadingFit heading;
  std::vector<HeadingFit> columns;
};

/// The widths of all columns, one space apart, in at most `room`: those whose headings together
/// are lowest. Empty where not even the narrowest fit.
std::vector<int> lowest_headings(const std::vector<HeadingGroup>& groups, int room);

}  // namespace opsctl::render

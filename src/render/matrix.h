// The text of the matrix: narrow columns below the organisations' and functions' names.
#pragma once

#include <string>
#include <vector>

#include "render/look.h"

namespace opsctl::render {

struct MatrixColumn {
  std::string organisation;  // neighbours of the same organisation share their heading
  std::string function;
};

struct MatrixRow {
  std::string name;
  std::string title;
  std::vector<std::string> cells;
};

struct Matrix {
  std::string name_heading;
  std::string title_heading;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixRow> rows;
};

/// Fits `look.width`: headings are wrapped into as few lines as the width allows; columns that do
/// not fit at all follow in a matrix of their own below.
std::string to_text(const Matrix& matrix, const Look& look);

}  // namespace opsctl::render

// A visitor put together from lambdas, for std::visit.
#pragma once

namespace opsctl::render {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

}  // namespace opsctl::render

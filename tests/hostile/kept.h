// A journal with a bit of everything in it, and the commands that read and write one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hostile/stage.h"

namespace opsctl::hostile {

inline const std::vector<Words>& readers() {
  static const std::vector<Words> all = {{"status", "--as=op"},
                                         {"due", "--all"},
                                         {"log"},
                                         {"log", "2", "--occurrences"},
                                         {"pending"},
                                         {"show", "@last"},
                                         {"checklist", "@last"},
                                         {"register", "1"},
                                         {"evidence", "@last"},
                                         {"explain", "2"},
                                         {"log", "--format=json"}};
  return all;
}

inline const std::vector<Words>& writers() {
  static const std::vector<Words> all = {
      {"start", "2", "--as=op"},
      {"note", "@last", "text", "--as=op"},
      {"step", "@last", "1", "--ok", "--as=op"},
      {"fill", "@last", "memo=x", "--as=op"},
      {"done", "@last", "--all-ok", "--as=op"},
      {"abort", "@last", "--reason=x", "--as=op"},
      {"approve", "@last", "--as=boss1"},
      {"return", "@last", "--reason=x", "--as=boss1"},
      {"request", "1", "--reason=x", "--as=boss1"},
      {"withdraw", "R20261122-001", "--reason=x", "--as=boss1"},
      {"waive", "2", "--for=2026-11-22", "--reason=x", "--as=boss1"},
      {"init"}};
  return all;
}

struct Kept : Stage {
  Kept() {
    run({"init"});
    const std::string first = start({"--ref=DIS-1"});
    write("proof.txt", "proof");
    run({"step", first, "1", "--ok", "--as=op", "--evidence=" + path("proof.txt").string()});
    run({"done", first, "--all-ok", "--as=op", "--value=memo=x"});
    run({"approve", first, "--confirm=" + first, "--as=boss1"});
    run({"request", "1", "--reason=x", "--as=boss1"});
    start();
  }
};

}  // namespace opsctl::hostile

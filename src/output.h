// Standard output: a failed write is remembered, and long text goes through a pager.
#pragma once

#include <sys/types.h>

#include <array>
#include <streambuf>
#include <string>
#include <string_view>

namespace opsctl {

class Output : public std::streambuf {
 public:
  Output();
  ~Output() override;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// From now on what is longer than `rows` lines goes through `pager`, a shell command. What has
  /// been printed is held back until that is known, or until it is flushed.
  void page(int rows, std::string pager);

  /// Hands out what is left, and waits until the reader has closed the pager. Then the error of the
  /// first write that failed, or 0: a closed pipe (EPIPE) may be quiet, a full disk may not.
  int finish();

 protected:
  int overflow(int c) override;
  /// Whoever flushes wants to say something else: the pager is waited for first.
  int sync() override;

 private:
  /// closed: the pager was left before its end; until the next flush nothing more is shown.
  enum class Mode { direct, undecided, paging, closed };

  bool hand_out();
  /// To the pager or to standard output. A pager that turns out not to run costs no line.
  bool pass_on(std::string_view text);
  bool put(int descriptor, std::string_view text);
  /// Takes what is in the buffer; decides where it can.
  bool hold_back();
  void start_pager();
  void end_pager();

  std::array<char, 1 << 16> buffer_{};
  Mode mode_ = Mode::direct;
  std::string held_;  // while undecided
  int rows_ = 0;
  std::string pager_;
  pid_t child_ = 0;
  int to_pager_ = -1;
  bool pager_reads_ = false;
  std::string sent_;  // to the pager, until it is known to read
  int error_ = 0;
};

}  // namespace opsctl

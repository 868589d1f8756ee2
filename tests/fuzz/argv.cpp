// Command lines: a word a line, and behind an empty line what is typed on the terminal that is then
// there. Every line is answered with an exit status of ours, in words that are safe to look at.
#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "fuzz/target.h"
#include "hostile/checks.h"
#include "hostile/stage.h"

using namespace opsctl;
using opsctl::fuzz::require;
namespace fs = std::filesystem;

namespace {

/// A journal with an open run, as every input finds it. Nothing outside its folder is touched: no
/// word has a slash, and the folder is where the words are meant.
class Scene {
 public:
  Scene() {
    stage_.run({"init"});
    stage_.start();
    stage_.write("work/proof.txt", "proof");
    fs::copy_file(stage_.journal(), stage_.path("kept.db"));
  }

  hostile::Answer play(const std::vector<std::string>& words, const std::string& typed) {
    fs::copy_file(stage_.path("kept.db"), stage_.journal(), fs::copy_options::overwrite_existing);
    // Only for the run: whoever searches names the corpus from where he stands.
    const fs::path before = fs::current_path();
    fs::current_path(stage_.path("work"));
    hostile::Answer answer = stage_.run(words, typed.empty() ? 0 : 80, typed);
    fs::current_path(before);
    for (const auto& entry : fs::directory_iterator(stage_.path("work"))) {
      if (entry.path().filename() != "proof.txt") fs::remove_all(entry.path());
    }
    return answer;
  }

 private:
  hostile::Stage stage_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Scene scene;
  if (size > 4096) return 0;
  std::vector<std::string> words;
  std::string typed;
  std::string text(fuzz::text_of(data, size));
  if (const std::size_t end = text.find("\n\n"); end != std::string::npos) {
    typed = text.substr(end + 2);
    text.resize(end);
  }
  for (std::string& word : split(text, '\n')) {
    std::ranges::replace(word, '/', '_');
    word = word.c_str();
    if (word.starts_with("--system")) return 0;  // the one that sets up the host
    words.push_back(word);
  }
  const hostile::Answer answer = scene.play(words, typed);
  require((answer.exit >= 0 && answer.exit <= 6) || answer.exit == 130,
          "an exit that is none of ours");
  require((answer.out + answer.err).find("a bug in opsctl") == std::string::npos, answer.err);
  // CSV and TSV may hold their own separators; the table of sinks looks at those.
  const bool table = text.find("sv") != std::string::npos;
  for (const std::string& said : {table ? "" : answer.out, answer.err}) {
    const std::string wrong = hostile::wrong_with(hostile::Form::coloured, said);
    require(wrong.empty(), wrong);
  }
  return 0;
}

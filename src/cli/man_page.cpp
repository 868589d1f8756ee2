#include "cli/man_page.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/line_breaks.h"
#include "base/messages/help.h"
#include "base/messages/shell.h"
#include "base/text.h"
#include "cli/help.h"

namespace opsctl::cli {
namespace {

/// Characters that roff would take for its own, and "-" as it is typed.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '~':
        out += "\\(ti";
        break;
      default:
        out += c;
    }
  }
  // A line that begins so would be a request.
  return out.starts_with(".") ? "\\&" + out : out;
}

/// The same of a text to be filled. roff breaks lines at spaces only, of which Japanese has none:
/// "\:" says where else.
std::string flowing(std::string_view text) {
  std::string out;
  for (const std::string_view piece : breakable_pieces(text)) {
    if (!out.empty() && out.back() != ' ') out += "\\:";
    out += escaped(piece);
  }
  return out;
}

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  std::string text(const Message& message) const { return to_text(message, language_); }

  void line(const std::string& source) { out += source + "\n"; }
  void section(const Message& title) { line(".SH " + escaped(text(title))); }
  void subsection(const std::string& title) { line(".SS " + escaped(title)); }
  void paragraph(const Message& message) {
    line(".PP");
    line(flowing(text(message)));
  }

  /// A bold term and what it is.
  void entry(std::string_view term, const std::string& what) {
    line(".TP");
    line(fmt::format("\\fB{}\\fR", escaped(term)));
    line(flowing(what));
  }

  void entry(const Argument& argument) {
    const bool is_option = argument.name.starts_with("-");
    std::string term = is_option ? fmt::format("\\fB{}\\fR", escaped(name_in_help(argument)))
                                 : fmt::format("\\fI{}\\fR", escaped(argument.name));
    if (is_option && !argument.kind.shown.empty())
      term += fmt::format(" \\fI{}\\fR", escaped(argument.kind.shown));
    line(".TP");
    line(term);
    line(flowing(text(argument.help)));
  }

  void examples(const std::vector<std::string>& commands) {
    // Nearer to the edge than text: an example is not broken, and 80 columns are all there is.
    line(".RS -4");
    line(".EX");
    for (const std::string& command : commands) line(escaped(command));
    line(".EE");
    line(".RE");
  }

  std::string out;

 private:
  Language language_;
};

void add_command(Page& page, const Command& command) {
  page.subsection(usage_of(command));
  page.line(flowing(page.text(command.summary)));
  for (const Argument& word : command.words) page.entry(word);
  for (const Argument& option : command.options) page.entry(option);
  if (command.formats.size() > 1) {
    page.line(".TP");
    page.line(fmt::format("\\fB\\-\\-format\\fR \\fI{}\\fR",
                          escaped(join(names_of(command.formats), "|"))));
    page.line(flowing(page.text(say<messages::help_format>())));
  }
  page.examples(command.examples);
}

void add_environment(Page& page) {
  page.section(say<messages::man_environment>());
  page.entry("OPSCTL_RUNBOOKS", page.text(say<messages::man_env_runbooks>()));
  page.entry("OPSCTL_DB", page.text(say<messages::man_env_db>()));
  page.entry("XDG_STATE_HOME, HOME", page.text(say<messages::man_env_state>()));
  page.entry("XDG_CACHE_HOME, HOME", page.text(say<messages::man_env_cache>()));
  page.entry("LC_ALL, LC_MESSAGES, LANG", page.text(say<messages::man_env_language>()));
  page.entry("LC_CTYPE", page.text(say<messages::man_env_charset>()));
  page.entry("NO_COLOR, CLICOLOR_FORCE", page.text(say<messages::man_env_colour>()));
  page.entry("TERM", page.text(say<messages::man_env_terminal>()));
  page.entry("PAGER", page.text(say<messages::man_env_pager>()));
  page.entry("LESS, LESSCHARSET", page.text(say<messages::man_env_less>()));
  page.entry("SSH_AUTH_SOCK", page.text(say<messages::man_env_agent>()));
}

void add_files(Page& page) {
  page.section(say<messages::man_files>());
  page.entry("/etc/opsctl/config.yaml", page.text(say<messages::man_file_config>()));
  page.entry("/etc/opsctl/runbooks", page.text(say<messages::man_file_runbooks>()));
  page.entry("/var/lib/opsctl/journal.db", page.text(say<messages::man_file_system_journal>()));
  page.entry("~/.local/state/opsctl/journal.db", page.text(say<messages::man_file_own_journal>()));
  page.entry("~/.cache/opsctl", page.text(say<messages::man_file_cache>()));
}

void add_exit_status(Page& page) {
  const std::array<std::pair<Exit, Message>, 9> known = {
      {{Exit::ok, say<messages::man_exit_ok>()},
       {Exit::failure, say<messages::man_exit_failure>()},
       {Exit::usage, say<messages::man_exit_usage>()},
       {Exit::not_found, say<messages::man_exit_not_found>()},
       {Exit::refused, say<messages::man_exit_refused>()},
       {Exit::invalid, say<messages::man_exit_invalid>()},
       {Exit::journal, say<messages::man_exit_journal>()},
       {Exit::busy, say<messages::man_exit_busy>()},
       {Exit::interrupted, say<messages::man_exit_interrupted>()}}};
  page.section(say<messages::man_exit_status>());
  for (const auto& [exit, message] : known)
    page.entry(std::to_string(static_cast<int>(exit)), page.text(message));
  page.paragraph(say<messages::man_exit_check>());
}

void add_examples(Page& page) {
  page.section(say<messages::man_examples>());
  page.line(flowing(page.text(say<messages::man_example_due>())));
  page.examples({"opsctl due", "opsctl start 49 --supervisor supervisor1",
                 "opsctl done 49 --all-ok", "opsctl approve 49"});
  page.paragraph(say<messages::man_example_request>());
  page.examples({"opsctl request 13 --reason '夜間処理の異常終了' --by '2026-11-24 17:00'",
                 "opsctl start 13 --supervisor supervisor1", "opsctl step 1 --ok",
                 "opsctl show @last"});
  page.paragraph(say<messages::man_example_cron>());
  page.examples({"opsctl check --quiet"});
}

}  // namespace

std::string man_page(const std::vector<Command>& commands, const std::vector<Argument>& globals,
                     Language language) {
  Page page(language);
  page.line(fmt::format(".TH OPSCTL 1 \"{}\" \"opsctl {}\" \"{}\"", OPSCTL_RELEASE_DATE,
                        OPSCTL_VERSION, page.text(say<messages::man_section>())));
  page.line(".nh");
  page.line(".ad l");
  page.section(say<messages::man_name>());
  page.line("opsctl \\- " + flowing(page.text(say<messages::man_purpose>())));
  page.section(say<messages::man_synopsis>());
  page.line(fmt::format("\\fBopsctl\\fR [\\fI{}\\fR] {}",
                        page.text(say<messages::help_command_word>()),
                        page.text(say<messages::help_options_word>())));
  page.section(say<messages::man_description>());
  page.line(flowing(page.text(say<messages::help_program>())));
  page.paragraph(say<messages::man_naming_items>());
  page.paragraph(say<messages::man_rules>());
  page.section(say<messages::man_commands>());
  for (const Command& command : commands) add_command(page, command);
  page.section(say<messages::man_options>());
  page.line(flowing(page.text(say<messages::man_global_options>())));
  for (const Argument& option : globals) page.entry(option);
  page.entry("-h, --help", page.text(say<messages::help_help>()));
  page.entry("--version", page.text(say<messages::help_version>()));
  add_environment(page);
  add_files(page);
  add_exit_status(page);
  add_examples(page);
  page.section(say<messages::man_see_also>());
  page.line(
      "\\fBsqlite3\\fR(1), \\fBssh\\-keygen\\fR(1), \\fBsystemd.timer\\fR(5), \\fBcrontab\\fR(5)");
  return page.out;
}

}  // namespace opsctl::cli

// Where what was recorded comes out again. A new sink is one more line.
#pragma once

#include <string>
#include <vector>

#include "hostile/checks.h"
#include "hostile/stage.h"

namespace opsctl::hostile {

inline constexpr int kPipe = 0;

struct Sink {
  /// "RUN" stands for every run in turn, "NEW" for a file that is not there, "COPY" for a copy of
  /// the journal.
  std::vector<std::string> words;
  Form form = Form::text;
  int columns = kPipe;  // of a terminal
};

/// "log --format csv" and the like: a table in every form.
inline void add_table(std::vector<Sink>& sinks, const std::vector<std::string>& words) {
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), words.begin(), words.end());
    return more;
  };
  sinks.push_back({words, Form::text});
  sinks.push_back({words, Form::text, 80});
  sinks.push_back({words, Form::text, 40});
  sinks.push_back({with({"--lang=ja"}), Form::text, 200});
  sinks.push_back({with({"--color=always"}), Form::coloured, 80});
  sinks.push_back({with({"--format=csv"}), Form::csv});
  sinks.push_back({with({"--format=tsv"}), Form::tsv});
  sinks.push_back({with({"--format=md"}), Form::md});
  sinks.push_back({with({"--format=json"}), Form::json});
}

inline const std::vector<Sink>& sinks() {
  static const std::vector<Sink> all = [] {
    std::vector<Sink> sinks;
    add_table(sinks, {"list"});
    add_table(sinks, {"raci"});
    add_table(sinks, {"due", "--all"});
    add_table(sinks, {"pending"});
    add_table(sinks, {"log"});
    add_table(sinks, {"log", "2", "--occurrences"});
    add_table(sinks, {"register", "1"});
    add_table(sinks, {"evidence", "RUN"});
    const std::vector<Sink> documents = {
        {{"status", "--as=op"}, Form::text},
        {{"status", "--as=boss1"}, Form::text, 80},
        {{"status", "--as=op", "--format=json"}, Form::json},
        {{"show", "1"}, Form::text},
        {{"show", "1"}, Form::text, 80},
        {{"show", "1", "--format=json"}, Form::json},
        {{"show", "RUN"}, Form::text},
        {{"show", "RUN"}, Form::text, 40},
        {{"show", "RUN", "--lang=ja", "--color=always"}, Form::coloured, 80},
        {{"show", "RUN", "--format=json"}, Form::json},
        {{"checklist", "1"}, Form::text},
        {{"checklist", "1", "--format=md"}, Form::md},
        {{"checklist", "1", "--format=json"}, Form::json},
        {{"checklist", "RUN"}, Form::text},
        {{"checklist", "RUN"}, Form::text, 80},
        {{"checklist", "RUN", "--format=md"}, Form::md},
        {{"checklist", "RUN", "--format=json"}, Form::json},
        {{"checklist", "1", "--format=html"}, Form::html},
        {{"checklist", "RUN", "--format=html"}, Form::html},
        {{"raci", "--format=html"}, Form::html},
        {{"report", "--month=2026-11"}, Form::text},
        {{"report", "--month=2026-11"}, Form::text, 80},
        {{"report", "--month=2026-11", "--format=md"}, Form::md},
        {{"report", "--month=2026-11", "--format=json"}, Form::json},
        {{"report", "--month=2026-11", "--format=html"}, Form::html},
        {{"calendar", "--year=FY2026"}, Form::text, 80},
        {{"calendar", "--year=FY2026", "--format=csv"}, Form::csv},
        {{"calendar", "--year=FY2026", "--format=md"}, Form::md},
        {{"calendar", "--year=FY2026", "--format=html"}, Form::html},
        {{"calendar", "--year=FY2026", "--format=ics"}, Form::ics},
        {{"export", "sheet", "--format=tsv"}, Form::tsv},
        {{"export", "runs", "--format=csv"}, Form::csv},
        {{"export", "runs", "--format=jsonl"}, Form::jsonl},
        {{"export", "log", "--format=jsonl"}, Form::jsonl},
        {{"export", "log", "--format=csv"}, Form::csv},
        {{"export", "sheet", "--format=xlsx"}, Form::xlsx},
        {{"export", "runs", "--format=xlsx"}, Form::xlsx},
        {{"export", "due", "--format=xlsx"}, Form::xlsx},
        {{"export", "raci", "--format=xlsx"}, Form::xlsx},
        {{"export", "register", "1", "--format=xlsx"}, Form::xlsx},
        {{"export", "log", "--format=xlsx"}, Form::xlsx},
        {{"metrics"}, Form::text},
        {{"explain", "2"}, Form::text},
        {{"explain", "2", "--format=json"}, Form::json},
        {{"check"}, Form::plugin},
        {{"check", "--lang=ja"}, Form::plugin},
        {{"check", "--format=json"}, Form::json},
        {{"verify", "--deep"}, Form::text},
        {{"verify", "--format=json"}, Form::json},
        {{"doctor"}, Form::text},
        {{"doctor"}, Form::text, 80},
        {{"doctor", "--lang=ja", "--color=always"}, Form::coloured, 80},
        {{"doctor", "--format=json"}, Form::json},
        {{"backup", "NEW"}, Form::text},
        {{"backup", "NEW", "--format=json"}, Form::json},
        {{"backup", "--check", "COPY"}, Form::text},
        {{"backup", "--check", "COPY", "--lang=ja", "--color=always"}, Form::coloured, 80},
        {{"backup", "--check", "COPY", "--format=json"}, Form::json},
        {{"validate"}, Form::text},
        {{"validate", "--format=json"}, Form::json},
    };
    sinks.insert(sinks.end(), documents.begin(), documents.end());
    return sinks;
  }();
  return all;
}

}  // namespace opsctl::hostile

// What the value of an argument is: how --help and the man page write it, and what completion
// offers for it.
#pragma once

#include <string>

namespace opsctl::cli {

/// What completion offers.
enum class Values {
  nothing,        // free text, a time, a number
  alternatives,   // the words of the kind: "ja|en"
  formats,        // those of the command
  items,          //
  runs,           // any
  items_or_runs,  //
  open_runs,      // that take work
  watches,        // open runs of 24H items
  awaiting_runs,  // a sign-off
  to_be_signed,   // those, and requests that wait for approval
  finished_runs,  // whatever became of them
  run_and_step,   // a word that may be left out, then a step of that run
  run_and_field,  // the same with its record fields
  steps,          // of the run that the line names
  choices,        // of the step that the line names
  fields,         // of the run that the line names, as KEY=VALUE
  occurrences,    // that are open, of the item or run that the line names
  requests,       // that are open
  persons,        //
  own_persons,    // who act from this account
  supervisors,    //
  parties,        //
  cycles,         // that items of the catalogue have
  event_kinds,    //
  files,          //
  folders
};

struct Kind {
  std::string shown;  // "ITEM", "ja|en"; empty for a flag
  Values values = Values::nothing;

  /// The meaning that a word has everywhere: ITEM, RUN, PERSON, PARTY, FILE …; what begins with a
  /// small letter is a list of alternatives.
  Kind(const char* its_shown);  // NOLINT: converts on purpose
  /// For a word that means something else here, such as KEY.
  Kind(const char* its_shown, Values its_values) : shown(its_shown), values(its_values) {}
};

}  // namespace opsctl::cli

#include "model/signature.h"

#include <fmt/format.h>

namespace opsctl {
namespace {

std::string_view meaning_of(Decision decision) {
  switch (decision) {
    case Decision::approve:
      return "I have seen this content and approve it in my duty.";
    case Decision::return_run:
      return "I have seen this content and return it to those who performed.";
    case Decision::reject:
      break;
  }
  return "I have seen this content and reject it in my duty.";
}

}  // namespace

std::string signed_text(std::string_view journal, std::string_view run, const SignedOff& sign_off,
                        const Actor& actor) {
  return fmt::format(
      "{}\njournal {}\nrun {}\ncontent {}\nduty {}\ndecision {}\nmeaning {}\ncomment {}\n"
      "person {}\ndeputy-for {}\ntime {}\n",
      kSignatureNamespace, journal, run, hex(sign_off.content), name_of(sign_off.duty),
      name_of(sign_off.decision), meaning_of(sign_off.decision), sign_off.comment, actor.person,
      actor.deputy_for, sign_off.signed_at.value().time_since_epoch().count());
}

}  // namespace opsctl

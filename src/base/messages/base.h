// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// Shared by all areas.
OPSCTL_MESSAGE(plain, "{0}", "{0}");
OPSCTL_MESSAGE(did_you_mean, "did you mean '{0}'?", "「{0}」ではありませんか");
OPSCTL_MESSAGE(severity_error, "error", "エラー");
OPSCTL_MESSAGE(severity_warning, "warning", "警告");
OPSCTL_MESSAGE(hint_label, "hint", "ヒント");

}  // namespace opsctl::messages

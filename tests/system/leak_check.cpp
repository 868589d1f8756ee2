// Only in sanitized builds: the leak checker looks at its own process as a debugger does, which a
// setgid process forbids.
#include <sys/prctl.h>

extern "C" int __lsan_is_turned_off();  // NOLINT(bugprone-reserved-identifier): the checker's name
extern "C" int __lsan_is_turned_off() { return ::prctl(PR_GET_DUMPABLE) == 0 ? 1 : 0; }  // NOLINT

#include "CStart.h"

#include <stdlib.h>
#include <unistd.h>

/// Of the Swift runtime: what `CommandLine` reads instead of /proc/self/cmdline.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **words, int count);

/// Where there is no /proc, as in an empty root, the Swift runtime of a static program ends it because
/// it cannot find its own path, and sees no words of the command line. glibc gives the words to
/// whatever it runs at the start; this runs before the constructors of the runtime, which have no
/// priority.
__attribute__((constructor(101))) static void start(int count, char **words) {
  if (access("/proc/self/cmdline", R_OK) == 0) return;
  setenv("SWIFT_ROOT", "/", 0);
  _swift_stdlib_overrideUnsafeArgvArgc(words, count);
}

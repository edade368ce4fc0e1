#define _GNU_SOURCE

#include "CStart.h"

#include <fcntl.h>
#include <stdio.h>

int cstart_rename_sparing(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

#ifndef CSTART_H
#define CSTART_H

// getxattr, fsetxattr
#include <sys/xattr.h>

// What Swift cannot say to the system. What this target does besides is done before the program
// begins.

/// As rename, but never over something that is there: then it fails with EEXIST; with EINVAL where the
/// file system knows no such rename.
int cstart_rename_sparing(const char *from, const char *to);

#endif

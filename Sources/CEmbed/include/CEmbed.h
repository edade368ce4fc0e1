#ifndef CEMBED_H
#define CEMBED_H

#include <stddef.h>

/// A file that was embedded at build time. `bytes` is not null-terminated.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} EmbeddedFile;

/// schema.sql of the source tree.
EmbeddedFile cembed_schema(void);

/// Number of files embedded from rules/.
size_t cembed_rules_count(void);

/// The `index`-th file of rules/, `name` relative to it; all zero when out of range.
EmbeddedFile cembed_rules(size_t index);

#endif

#include "CEmbed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// GB18030-2005 with its later corrections, as glibc 2.36 reads it; a test compares every code.

static const unsigned char two_bytes[] = {
#embed "tables/gb18030-two-bytes.u16le"
};

static const unsigned char four_bytes[] = {
#embed "tables/gb18030-four-bytes.tsv"
};

EmbeddedFile cembed_gb18030_two_bytes(void) {
  return (EmbeddedFile){"gb18030-two-bytes.u16le", two_bytes, sizeof two_bytes};
}

EmbeddedFile cembed_gb18030_four_bytes(void) {
  return (EmbeddedFile){"gb18030-four-bytes.tsv", four_bytes, sizeof four_bytes};
}

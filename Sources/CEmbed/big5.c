#include "CEmbed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Big5 as Windows has it in Taiwan (code page 950); a test compares every code.

static const unsigned char codes[] = {
#embed "tables/big5.u16le"
};

EmbeddedFile cembed_big5(void) {
  return (EmbeddedFile){"big5.u16le", codes, sizeof codes};
}

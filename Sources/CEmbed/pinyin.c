#include "CEmbed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The usual reading of each character without its tone, from Unihan of Unicode 15.

static const unsigned char syllables[] = {
#embed "tables/pinyin-syllables.txt"
};

static const unsigned char readings[] = {
#embed "tables/pinyin.u16le"
};

static const unsigned char surnames[] = {
#embed "tables/pinyin-surnames.tsv"
};

EmbeddedFile cembed_pinyin_syllables(void) {
  return (EmbeddedFile){"pinyin-syllables.txt", syllables, sizeof syllables};
}

EmbeddedFile cembed_pinyin_readings(void) {
  return (EmbeddedFile){"pinyin.u16le", readings, sizeof readings};
}

EmbeddedFile cembed_pinyin_surnames(void) {
  return (EmbeddedFile){"pinyin-surnames.tsv", surnames, sizeof surnames};
}

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

/// What the codes of two bytes stand for: lead byte 81–FE × trail byte 40–7E, 80–FE, row by row, 16
/// bits each, the low byte first; 0: nothing, or a character beyond the BMP.
EmbeddedFile cembed_gb18030_two_bytes(void);

/// What the codes of four bytes below 90308130 stand for: lines of the first and last linear index
/// of a range and the code point of its first, in order, under one line of headings.
EmbeddedFile cembed_gb18030_four_bytes(void);

/// What the codes of Big5 stand for: lead byte A1–F9 × trail byte 40–7E, A1–FE, row by row, 16 bits each,
/// the low byte first; 0: nothing.
EmbeddedFile cembed_big5(void);

/// The readings of Chinese characters without their tones, one a line, in order.
EmbeddedFile cembed_pinyin_syllables(void);

/// The usual reading of U+4E00 to U+9FFF: 16 bits each, the low byte first, the line of
/// `cembed_pinyin_syllables` from 1; 0: none.
EmbeddedFile cembed_pinyin_readings(void);

/// Lines of a surname, a tab and how it is read as one, several readings between commas.
EmbeddedFile cembed_pinyin_surnames(void);

#endif

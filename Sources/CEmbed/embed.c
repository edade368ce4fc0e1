#include "CEmbed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file of rules/ stands here by name; a test compares this list with the folder.
#define RULES(FILE) \
  FILE(qnc, "qnc.yaml") \
  FILE(qnc_blank, "qnc-blank.yaml") \
  FILE(yufu, "yufu.yaml") \
  FILE(site_fines, "site-fines.yaml")

static const unsigned char schema[] = {
#embed "../../schema.sql"
};

static const unsigned char rules_qnc[] = {
#embed "../../rules/qnc.yaml"
};

static const unsigned char rules_qnc_blank[] = {
#embed "../../rules/qnc-blank.yaml"
};

static const unsigned char rules_yufu[] = {
#embed "../../rules/yufu.yaml"
};

static const unsigned char rules_site_fines[] = {
#embed "../../rules/site-fines.yaml"
};

#define ENTRY(symbol, path) {path, rules_##symbol, sizeof rules_##symbol},
static const EmbeddedFile rules[] = {RULES(ENTRY)};

EmbeddedFile cembed_schema(void) {
  return (EmbeddedFile){"schema.sql", schema, sizeof schema};
}

size_t cembed_rules_count(void) { return sizeof rules / sizeof rules[0]; }

EmbeddedFile cembed_rules(size_t index) {
  if (index >= cembed_rules_count()) return (EmbeddedFile){0};
  return rules[index];
}

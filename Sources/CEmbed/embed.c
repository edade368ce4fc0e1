#include "CEmbed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file of rules/ stands here by name; a test compares this list with the folder.
#define RULES(FILE) \
  FILE(qnc, "qnc.yaml") \
  FILE(qnc_blank, "qnc-blank.yaml") \
  FILE(yufu, "yufu.yaml") \
  FILE(site_fines, "site-fines.yaml") \
  FILE(calendar_2018, "calendar/2018.csv") \
  FILE(calendar_2019, "calendar/2019.csv") \
  FILE(calendar_2020, "calendar/2020.csv") \
  FILE(calendar_2021, "calendar/2021.csv") \
  FILE(calendar_2022, "calendar/2022.csv") \
  FILE(calendar_2023, "calendar/2023.csv") \
  FILE(calendar_2024, "calendar/2024.csv") \
  FILE(calendar_2025, "calendar/2025.csv") \
  FILE(calendar_2026, "calendar/2026.csv")

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

static const unsigned char rules_calendar_2018[] = {
#embed "../../rules/calendar/2018.csv"
};

static const unsigned char rules_calendar_2019[] = {
#embed "../../rules/calendar/2019.csv"
};

static const unsigned char rules_calendar_2020[] = {
#embed "../../rules/calendar/2020.csv"
};

static const unsigned char rules_calendar_2021[] = {
#embed "../../rules/calendar/2021.csv"
};

static const unsigned char rules_calendar_2022[] = {
#embed "../../rules/calendar/2022.csv"
};

static const unsigned char rules_calendar_2023[] = {
#embed "../../rules/calendar/2023.csv"
};

static const unsigned char rules_calendar_2024[] = {
#embed "../../rules/calendar/2024.csv"
};

static const unsigned char rules_calendar_2025[] = {
#embed "../../rules/calendar/2025.csv"
};

static const unsigned char rules_calendar_2026[] = {
#embed "../../rules/calendar/2026.csv"
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

#include "CEmbed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file of rules/ stands here by name; a test compares this list with the folder.
#define RULES(FILE) \
  FILE(qnc, "qnc.yaml") \
  FILE(qnc_blank, "qnc-blank.yaml") \
  FILE(yufu, "yufu.yaml") \
  FILE(site_fines, "site-fines.yaml") \
  FILE(special_days, "special-days.yaml") \
  FILE(group_cs, "group-cs.yaml") \
  FILE(post_sale_1m_3m, "post-sale-1m-3m.yaml") \
  FILE(mktg_flex, "mktg-flex.yaml") \
  FILE(min_quarter, "min-quarter.yaml") \
  FILE(post_sale_plan, "post-sale-plan.yaml") \
  FILE(owner_pm, "owner-pm.yaml") \
  FILE(workorder_72h, "workorder-72h.yaml") \
  FILE(site_generic, "site-generic.yaml") \
  FILE(purchase_x, "purchase-x.yaml") \
  FILE(segment, "segment.yaml") \
  FILE(purchase_136, "purchase-136.yaml") \
  FILE(closed_quarterly, "closed-quarterly.yaml") \
  FILE(home_reno, "home-reno.yaml") \
  FILE(purchase_1m, "purchase-1m.yaml") \
  FILE(maint_generic, "maint-generic.yaml") \
  FILE(maint_spec, "maint-spec.yaml") \
  FILE(wenxin, "wenxin.yaml") \
  FILE(roster, "roster.yaml") \
  FILE(post_sale_flow, "post-sale-flow.yaml") \
  FILE(city_after_sale, "city-after-sale.yaml") \
  FILE(cs_dept_flow, "cs-dept-flow.yaml") \
  FILE(cs_work_system, "cs-work-system.yaml") \
  FILE(sales_office_pm, "sales-office-pm.yaml") \
  FILE(charter, "charter.yaml") \
  FILE(cs_control, "cs-control.yaml") \
  FILE(coverage, "coverage.csv") \
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

static const unsigned char rules_special_days[] = {
#embed "../../rules/special-days.yaml"
};

static const unsigned char rules_group_cs[] = {
#embed "../../rules/group-cs.yaml"
};

static const unsigned char rules_post_sale_1m_3m[] = {
#embed "../../rules/post-sale-1m-3m.yaml"
};

static const unsigned char rules_mktg_flex[] = {
#embed "../../rules/mktg-flex.yaml"
};

static const unsigned char rules_min_quarter[] = {
#embed "../../rules/min-quarter.yaml"
};

static const unsigned char rules_post_sale_plan[] = {
#embed "../../rules/post-sale-plan.yaml"
};

static const unsigned char rules_owner_pm[] = {
#embed "../../rules/owner-pm.yaml"
};

static const unsigned char rules_workorder_72h[] = {
#embed "../../rules/workorder-72h.yaml"
};

static const unsigned char rules_site_generic[] = {
#embed "../../rules/site-generic.yaml"
};

static const unsigned char rules_purchase_x[] = {
#embed "../../rules/purchase-x.yaml"
};

static const unsigned char rules_segment[] = {
#embed "../../rules/segment.yaml"
};

static const unsigned char rules_purchase_136[] = {
#embed "../../rules/purchase-136.yaml"
};

static const unsigned char rules_closed_quarterly[] = {
#embed "../../rules/closed-quarterly.yaml"
};

static const unsigned char rules_home_reno[] = {
#embed "../../rules/home-reno.yaml"
};

static const unsigned char rules_purchase_1m[] = {
#embed "../../rules/purchase-1m.yaml"
};

static const unsigned char rules_maint_generic[] = {
#embed "../../rules/maint-generic.yaml"
};

static const unsigned char rules_maint_spec[] = {
#embed "../../rules/maint-spec.yaml"
};

static const unsigned char rules_wenxin[] = {
#embed "../../rules/wenxin.yaml"
};

static const unsigned char rules_roster[] = {
#embed "../../rules/roster.yaml"
};

static const unsigned char rules_post_sale_flow[] = {
#embed "../../rules/post-sale-flow.yaml"
};

static const unsigned char rules_city_after_sale[] = {
#embed "../../rules/city-after-sale.yaml"
};

static const unsigned char rules_cs_dept_flow[] = {
#embed "../../rules/cs-dept-flow.yaml"
};

static const unsigned char rules_cs_work_system[] = {
#embed "../../rules/cs-work-system.yaml"
};

static const unsigned char rules_sales_office_pm[] = {
#embed "../../rules/sales-office-pm.yaml"
};

static const unsigned char rules_charter[] = {
#embed "../../rules/charter.yaml"
};

static const unsigned char rules_cs_control[] = {
#embed "../../rules/cs-control.yaml"
};

static const unsigned char rules_coverage[] = {
#embed "../../rules/coverage.csv"
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

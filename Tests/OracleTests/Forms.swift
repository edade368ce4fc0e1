extension Policies {
  /// A weekly cap that binds everybody, several events that must all have happened, and a part that
  /// calls as often as the policy that it was taken into.
  static let rare = [
    """
    policy: weekly
    appointment_grace: 3h
    parameters: {case_urgent: {value: 1}, case_due: {value: 5}, payment_every: {value: 4}}
    weekly_cap: {clause: c-1, times: 1}
    rules:
      - {id: c-1, after: 入档, every: 2d}
      - {id: c-2, after: [来电, 来访], every: 3d, anchor: schedule, channel: 电话}
      - {id: c-3, after: 来访, every: 4d, expires: true}
    """,
    """
    policy: several
    before_holiday: true
    rules:
      - {id: s-1, after: {all: [竣工, 全款到账]}, due: 5}
      - {id: s-2, after: {all: [认购, 签约]}, opens: 1, due: 3, channel: 电话}
      - {id: s-3, after: {all: [竣工, 全款到账]}, every: 6d, until: 交房}
    """,
    """
    policy: parted
    includes: [yufu]
    rules:
      - {id: p-1, after: 入档, every: 3d}
    """,
    """
    policy: series
    before_holiday: true
    rules:
      - {id: t-0, after: {case: 登记, of: [报修]}, due: 2, audience: {grade: [A, B]}, settled_by: {step: 处理}}
      - {id: t-1, after: [来电, 来访], every: 6d, channel: 短信, message: news}
      - {id: t-2, after: 入档, every: 9d, channel: [短信, 微信], message: news, anchor: schedule}
    templates:
      - {id: news, kind: message, text: "{name}，近况"}
    """,
    """
    policy: second
    before_holiday: true
    rules:
      - {id: n-1, after: 来访, due: 8, audience: {grade: [A, B]}, until: 认购}
      - {id: n-2, after: 来访, opens_after: n-1, due: 15, distinct_from: n-1}
      - {id: n-3, after: {rule: n-2}, every: 5d, ends: 20d}
    """,
  ]

  /// The forms of schedules that the shipped policies use seldom or not at all, and policies that
  /// stand beside each other.
  static let forms = [
    """
    policy: once
    attempts: {times: 1}
    rules:
      - {id: o-1, after: 签约, due: 1m, around: 3}
      - {id: o-2, after: 签约, opens: 2, due: 1m-3d, if_day_off: before}
      - {id: o-3, after: {case: 登记}, due: 30h, until: 处理}
      - {id: o-4, after: {case: 登记, of: [投诉, 报修]}, due: 4, settled_by: {step: 处理}, if_day_off: after}
      - {id: o-5, after: {case: 处理}, opens: 1, due: 3, if_day_off: after}
      - {id: o-6, after: {all: [竣工, 全款到账]}, due: 5}
      - {id: o-7, after: {rule: o-6}, every: 10d}
      - {id: o-8, after: 入档, opens: 1, due: 3, if_day_off: before}
      - {id: o-9, after: 认购, due: 2, settled_by: {event: 签约}, expires: true}
      - {id: o-10, after: [来电, 来访], due: 1, if_day_off: before}
      - {id: o-11, after: {case: 登记}, due: 0, until: 关闭, settled_by: {event: 方案商定}}
      - {id: o-12, after: 来访, due: 6h, channel: 短信}
    """,
    """
    policy: again
    before_holiday: true
    attempts: {times: 2, days: 2}
    rules:
      - {id: a-1, after: 入档, every: 5d, ends: 25d}
      - {id: a-2, after: 入档, every: 10d, starts: 25d, ends: 60d}
      - {id: a-3, after: 来访, every: {weekdays: [周六, 周日]}, if_day_off: after}
      - {id: a-4, after: 来访, every: month_ends, if_day_off: before, anchor: schedule}
      - {id: a-5, after: 来访, every: {month_days: 20}}
      - {id: a-6, after: 来访, every: {weekdays: 周四, weeks: odd, min_gap_days: 14}, channel: 短信, anchor: schedule, at: "10:00-20:00", expires: true}
      - {id: a-7, after: [来访, 来电], every: half_months, until: 签约}
      - {id: a-8, after: 来访, every: 3d, expires: true, channel: 微信}
      - {id: a-9, max_gap: 10d}
      - {id: a-11, after: [来访, 来电], every: 6d, settled_by: {event: 现场照片}}
      - {id: a-12, after: 来访, every: 5d, anchor: schedule, gift: true}
      - {id: a-10, after: 来访, every: {weekdays: [周一, 周四], weeks: 2}}
    """,
    """
    policy: days
    attempts: {times: 1}
    rules:
      - {id: d-1, festivals: [元旦, 春节, 元宵, 国庆, 圣诞], opens: -3, due: 0}
      - {id: d-2, festivals: [春节, 元旦, 五一, 国庆], due: -1, if_day_off: before, expires: true}
      - {id: d-3, company_holiday: [春节, 元旦, 国庆, 五一], due: -1}
      - {id: d-4, company_holiday: [春节, 元旦], opens: -2, due: 0, if_day_off: before}
      - {id: d-5, milestones: [入伙, 活动, 开盘], opens: -3, due: 3}
      - {id: d-6, milestones: [入伙, 活动, 开盘], due: 0}
      - {id: d-7, milestones: [入伙, 交房], opens: -1m, due: -1m+2d, expires: true}
      - {id: d-8, birthday: [本人, 家属], opens: -3, due: 1}
      - {id: d-9, birthday: 本人, due: -1, if_day_off: before, expires: true}
      - {id: d-10, birthday: 家属, due: 0, if_day_off: after}
    """,
    """
    policy: words
    events: [装修进场, 装修完工, 认筹]
    tags: [团购, 教师]
    segments:
      - {id: w-s, says: 团购, audience: {tag: 团购, has: 认筹}, suppresses: [w-1, w-5]}
    rules:
      - {id: w-1, after: 装修进场, opens: 1, due: 3, until: 装修完工, audience: {not_tag: 教师}}
      - {id: w-2, after: [装修进场, 来访], every: 6d, until: [装修完工, 签约], audience: {has_not: 认筹}}
      - {id: w-3, after: {first: 认筹}, due: 4, settled_by: {event: [装修进场, 认购]}}
      - {id: w-4, after: {all: [装修进场, 装修完工]}, due: 2, audience: {has: 认筹}}
      - {id: w-5, after: 认筹, every: 5d, anchor: schedule, ends: 25d, channel: 短信}
      - {id: w-6, after: {rule: w-1}, every: 10d, audience: {tag: [团购, 教师]}}
      - {id: w-7, after: 装修完工, due: 6h, expires: true}
    """,
    """
    policy: missed
    rules:
      - {id: m-1, after: 来访, due: 3}
      - {id: m-2, after: {missed: m-1}, due: 1, channel: 面谈}
      - {id: m-3, after: {missed: m-1}, opens: 2, due: 4, until: 签约}
      - {id: m-4, after: 来访, every: 5d, channel: 电话}
      - {id: m-5, after: {missed: m-4}, due: 2}
      - {id: m-6, after: {missed: m-4}, every: 3d, ends: 20d}
      - {id: m-7, festivals: [元旦, 春节, 元宵, 国庆, 圣诞], expires: true, channel: 短信}
      - {id: m-8, after: {missed: m-7}, due: 2}
      - {id: m-9, after: {rule: m-2}, due: 3}
      - {id: m-10, after: 来访, every: 3d, anchor: schedule, expires: true, channel: 微信}
      - {id: m-11, after: {missed: m-10}, due: 0, channel: 电话, audience: {grade: [A, B]}}
      - {id: m-12, milestones: all, lead: 2, channel: 电话}
      - {id: m-13, after: {missed: m-12}, due: 3, settled_by: {event: 来访}}
      - {id: m-14, after: {case: 登记}, due: 1, settled_by: {step: 处理}}
      - {id: m-15, after: {missed: m-14}, due: 1}
      - {id: m-16, after: {missed: m-5}, due: 2, channel: 上门}
    """,
    """
    policy: worked
    rules:
      - {id: wd-1, after: 来访, opens: 1wd, due: 3wd}
      - {id: wd-2, after: 认购, due: 1m-2wd, if_day_off: before}
      - {id: wd-3, after: 签约, opens: 1, due: 10wd, channel: 电话}
      - {id: wd-4, milestones: all, lead: 5wd, channel: 电话}
      - {id: wd-5, festivals: [元旦, 春节, 元宵, 国庆, 五一], opens: -3wd, due: -1wd, expires: true}
      - {id: wd-6, after: 来访, every: 4d, starts: 2wd, ends: 12wd, channel: 短信}
      - {id: wd-7, after: {case: 登记}, due: 1wd+6h, settled_by: {step: 处理}}
      - {id: wd-8, after: {rule: wd-1}, due: 2wd}
      - {id: wd-9, birthday: 本人, due: -1wd}
      - {id: wd-10, after: {missed: wd-1}, opens: 1wd, due: 2wd}
      - {id: wd-11, milestones: all, lead: 4, every_day: true, channel: 短信, message: t}
      - {id: wd-12, milestones: [入伙, 活动], lead: 5wd, every_day: true, if_day_off: before, at: "10:00-20:00"}
      - {id: wd-13, after: {missed: wd-11}, due: 1, channel: 面谈}
    templates:
      - {id: t, kind: message, text: "{name}您好"}
    """,
    """
    policy: asked
    own_festivals: {店庆: 11-18, 腊八: 农历12-08, 闰日: 02-29}
    own_milestones: [样板段开放]
    own_roles: [渠道]
    segments:
      - {id: as-s, says: 公积金, audience: {payment: 公积金}, suppresses: [as-5]}
    rules:
      - {id: as-1, after: 来访, due: 3, audience: {payment: [按揭, 公积金]}}
      - {id: as-2, after: 来访, every: 5d, audience: {layout: 三居, consultant: [李明, 陈静]}}
      - {id: as-3, festivals: [店庆, 腊八, 闰日, 元旦], opens: -2, due: 0, channel: 短信, message: t}
      - {id: as-4, milestones: all, lead: 2, by: 渠道, audience: {consultant: 周敏}}
      - {id: as-5, after: [来访, 来电], opens: 1, due: 2, audience: {layout: [两居, 四居]}}
      - {id: as-6, company_holiday: [元旦, 店庆], due: -1}
    templates:
      - {id: t, kind: message, text: "{name}您好"}
    """,
    """
    policy: beside
    extends: qnc
    includes: [wenxin, maint-spec, segment, owner-pm]
    """,
    """
    policy: two
    extends: qnc
    includes: [group-cs]
    """,
  ]
}

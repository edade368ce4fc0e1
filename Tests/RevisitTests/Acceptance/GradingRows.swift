import Testing

/// Rule 14: grading is a duty of the first day, settled by the grade alone.
@Suite("Grading is a duty")
struct GradingRows {
  @Test("An ungraded visitor is listed from the first day, whatever is said to them")
  func fromTheFirstDay() throws {
    let office = try Office.open(from: "2027-03-01")
    try office.enter("--source 来访", on: "2027-03-09", as: "陈刚")
    try office.enter("--source 来电", on: "2027-03-09", as: "何苗", phone: 2)
    #expect(try office.due("2027-03-09").rules("陈刚") == ["grade"])
    #expect(try office.due("2027-03-09").rules("何苗") == ["grade", "qnc-1.1"])
    let reason = try office.due("2027-03-09").reason("grade", of: "陈刚")
    #expect(reason?.article == "第一条 1" && reason?.due == "2027-03-09")
    let page = try office.at("2027-03-09", "due").out
    #expect(page.contains("定级") && !page.contains("grade"))
    #expect(try office.at("2027-03-09", "due --lang en").out.contains("grade"))
    try office.call("陈刚", on: "2027-03-09")
    try office.at("2027-03-10", "log 陈刚 --by 面谈 --note 再看 --intention A")
    try office.expect(
      "grade", ["2027-03-12": "overdue 2027-03-09..2027-03-09"], of: "陈刚")
    let why = try office.why("2027-03-12", "陈刚", rule: "grade")
    #expect(why.contains("log 或 edit 的 --grade，别的都不算"))
    let told = try office.at("2027-03-12", "edit 陈刚 --grade C").out
    #expect(told.contains("已结：定级 迟"))
    #expect(try !office.due("2027-03-13").rules("陈刚").contains("grade"))
    let total = try office.week("2027-W10", asOf: "2027-03-14").total
    #expect(total.late == 1, "the grade of a customer counts as any duty does")
  }

  @Test("log --grade gives it in the same step, and what the grade opens is told")
  func inOneStep() throws {
    let office = try Office.under("yufu", from: "2026-06-01")
    try office.enter("--source 来电", on: "2026-06-20 09:00", as: "马超")
    let told = try office.at("2026-06-20 10:10", "log 马超 --by 电话 --note 要四房 --grade B").out
    #expect(told.contains("级别 B") && told.contains("定级 按时") && told.contains("当日回电"))
    #expect(try office.due("2026-06-21").rules("马超") == ["yufu-1.2"])
    #expect(try office.show("2026-06-21", "马超").grade == "B")
    let wrong = try office.attempt("2026-06-21", "log 马超 --by 电话 --note 好 --grade E")
    #expect(wrong.code == 64 && wrong.err.contains("--grade"))
    try office.at("2026-06-20 10:20", "undo")
    #expect(try office.show("2026-06-21", "马超").grade == nil)
    #expect(try office.due("2026-06-20").rules("马超") == ["grade", "yufu-1.1"])
  }

  @Test("Whoever no rule asks the grade of, and whoever cancelled, is not to be graded")
  func nobodyElse() throws {
    let office = try Office.open(from: "2027-03-01")
    try office.enter("--source 来访 --tag 领导介绍", on: "2027-03-09", as: "陈刚")
    try office.enter("--source 来访 --tag VIP", on: "2027-03-09", as: "何苗", phone: 2)
    try office.enter("--source 来访 --grade D", on: "2027-03-09", as: "马超", phone: 3)
    try office.enter("--source 来访", on: "2027-03-09", as: "林晓", phone: 4)
    try office.enter("--source 客资", on: "2027-03-09", as: "许诺", phone: 5)
    try office.at("2027-03-10", "event 林晓 认购")
    for name in ["陈刚", "何苗", "马超", "林晓", "许诺"] {
      #expect(try !office.due("2027-03-10").rules(name).contains("grade"), "\(name)")
    }
    try office.at("2027-03-11", "event 林晓 退房")
    #expect(try !office.due("2027-03-11").rules("林晓").contains("grade"))
    try office.at("2027-03-13", "event 林晓 来访")
    try office.expect("grade", ["2027-03-13": "due 2027-03-13..2027-03-13"], of: "林晓")
    try office.at("2027-03-13", "edit 何苗 --untag VIP")
    #expect(try !office.due("2027-03-13").rules("何苗").contains("grade"), "its day has passed")
    #expect(try office.at("2027-03-13", "find --unplanned").out.contains("何苗"))
  }

  @Test("A policy says by when; without the key, or without grades, nobody is asked")
  func inAnotherPolicy() throws {
    let office = try Office.open(from: "2028-01-03")
    let rules = """
      rules:
        - {id: own-1, article: 二, after: 来访, every: 5d, audience: {grade: [A, C]}}
        - {id: own-2, article: 三 1, after: 来访, due: 1}

      """
    try office.write("policy: own\nclassify: {clause: own-2, due: 3}\n" + rules, to: "own.yaml")
    try office.at("2028-01-03", "policy adopt \(office.path("own.yaml")) --from 2028-01-03")
    try office.enter("--source 来访", on: "2028-01-30", as: "马超")
    try office.expect("grade", ["2028-01-31": "due 2028-01-30..2028-02-02"], of: "马超")
    #expect(try office.due("2028-01-31").reason("grade", of: "马超")?.article == "三 1")
    #expect(try office.at("2028-01-31", "policy show").out.contains("classify"))
    try office.write("policy: own\n" + rules, to: "plain.yaml")
    try office.at("2028-01-31", "policy adopt \(office.path("plain.yaml")) --from 2028-02-01")
    try office.enter("--source 来访", on: "2028-02-05", as: "林晓", phone: 2)
    #expect(try office.due("2028-02-06").rules("林晓") == ["own-2"])
    for text in ["{clause: own-2}", "{due: 三天}", "{due: 1, until: 3}", "1"] {
      try office.write("policy: own\nclassify: \(text)\n" + rules, to: "wrong.yaml")
      let wrong = try office.attempt("2028-02-06", "policy check \(office.path("wrong.yaml"))")
      #expect(wrong.code == 78 && wrong.err.contains(":2:"), "\(text)")
    }
  }

  @Test("Who came before the policy reigned is to be graded from its first day on")
  func beforeTheAdoption() throws {
    let office = try Office.open(from: "2027-05-17")
    try office.enter("--source 来访", on: "2027-04-12", as: "陈刚")
    try office.enter("--source 来电 --grade B", on: "2027-04-12", as: "何苗", phone: 2)
    try office.enter("--source 来访", on: "2027-04-12", as: "林晓", phone: 3)
    try office.at("2027-05-16", "edit 林晓 --grade C")
    try office.enter("--source 来访 --tag VIP", on: "2027-04-12", as: "许诺", phone: 4)
    try office.expect("grade", ["2027-05-17": "due 2027-05-17..2027-05-17"], of: "陈刚")
    for name in ["何苗", "林晓", "许诺"] {
      #expect(try !office.due("2027-05-17").rules(name).contains("grade"), "\(name)")
    }
    #expect(try !office.at("2027-05-17", "find --unplanned").out.contains("陈刚"))
    let why = try office.why("2027-05-18", "陈刚", rule: "grade")
    #expect(why.contains("制度施行 2027-05-17 + 0 日 = 2027-05-17"), "\(why)")
    // Another policy asks no second time, and asks whom the first did not.
    try office.at("2027-05-18", "policy adopt yufu --from 2027-05-24")
    try office.at("2027-05-18", "edit 许诺 --untag VIP")
    try office.expect("grade", ["2027-05-25": "overdue 2027-05-17..2027-05-17"], of: "陈刚")
    try office.expect("grade", ["2027-05-24": "due 2027-05-24..2027-05-24"], of: "许诺")
    #expect(try office.at("2027-05-25", "edit 陈刚 --grade A").out.contains("已结：定级 迟"))
    #expect(try office.total("2027-W20", asOf: "2027-05-26").contains("late 1"))
  }
}

import Core
import Testing

@testable import PolicyFiles

/// `extends`, `like`, `off`, `change`, parameters.
@Suite struct LayerTests {
  private func read(_ text: String) throws -> Policy {
    try PolicyFile.read(text: text, file: "offices/mine.yaml").get().policy
  }

  @Test func aCapAloneIsAPolicy() throws {
    let policy = try read("extends: qnc\nweekly_cap: {times: 2}\n")
    #expect(policy.name == "mine")
    #expect(policy.weeklyCap == Limit(value: 2, clause: "qnc-5.1"))
    #expect(policy.rules == (try embedded("qnc")).rules)
    #expect(policy.callHours.clause == "qnc-5.3")
  }

  @Test func changeAltersOneKey() throws {
    let policy = try read("extends: qnc\nchange:\n  - {id: qnc-1.3, anchor: schedule}\n")
    let base = try embedded("qnc")
    #expect(policy.rules[2].schedule == .every(.days(7), .rule(1), .schedule))
    #expect(policy.rules.count == base.rules.count)
    #expect(policy.rules.filter { !base.rules.contains($0) }.map(\.id) == ["qnc-1.3"])
  }

  @Test func noneTakesAKeyAway() throws {
    let policy = try read("extends: qnc\nchange:\n  - {id: qnc-3.2, until: none, channel: any}\n")
    let rule = try #require(policy.rules.first { $0.id == "qnc-3.2" })
    #expect(rule.until.isEmpty && rule.channels == Channels())
  }

  @Test func likeReplacesARuleEverywhere() throws {
    let policy = try read("extends: qnc\nrules:\n  - {id: my-1.2, like: qnc-1.2, due: 5}\n")
    #expect(policy.rules[1].id == "my-1.2")
    #expect(policy.rules[1].schedule == .once(.event([.callIn]), opens: 1, due: 5))
    #expect(policy.rules[1].article == "第一条 2")
    #expect(policy.rules[2].schedule == .every(.days(7), .rule(1), .lastDone))
    #expect(policy.segments.count { $0.suppresses.contains(1) } == 2)
    #expect(!policy.rules.contains { $0.id == "qnc-1.2" })
  }

  @Test func offTakesRulesOutOfSegmentsToo() throws {
    let policy = try read("extends: qnc\noff: [qnc-4.1a, qnc-4.2, qnc-6]\n")
    let ids = policy.segments.flatMap { $0.suppresses.map { policy.rules[$0].id } }
    #expect(!ids.contains("qnc-4.1a") && ids.contains("qnc-4.1b"))
    #expect(!policy.clauses.contains { $0.id == "qnc-6" })
  }

  @Test func anAddOnKeepsTheBaseAndAddsARule() throws {
    let policy = try read(
      "extends: site-fines\nrules:\n  - {id: my-1, festivals: [春节], channel: sms, expires: 是}\n")
    let base = ["sf-1.1b", "sf-1.4", "sf-2.1a", "sf-2.1b", "sf-2.2", "sf-2.3"]
    #expect(policy.rules.map(\.id) == base + ["my-1"])
    #expect(policy.rules[6].schedule == .festival([.springFestival]))
    #expect(policy.rules[5].schedule == .onceAfter(.first(.visit), rule: 4, due: 15))
  }

  @Test func aParameterIsFilledInByAnExtension() throws {
    let base = """
      parameters:
        days: {clause: hr-1.1, value: ____}
      rules:
        - {id: hr-1.1, after: visit, due: $days}
      """
    let filled = PolicyFile.read(text: "extends: base.yaml\nparameters: {days: 7}", file: "me") {
      $0 == "base.yaml" ? ("base.yaml", base) : nil
    }
    let policy = try filled.get().policy
    #expect(policy.rules[0].schedule == .once(.event([.visit]), opens: 0, due: 7))
    #expect(
      policy.parameters.filter { OwnNumber(rawValue: $0.name) == nil } == [
        Parameter(name: "days", clause: "hr-1.1", value: "7")
      ])
    #expect(
      headlines(base) == [
        "me.yaml:2:3: 错误 P308：hr-1.1：参数 days 还没填；在 parameters 里给它 value，或加 --set days=…；"
          + "详见 revisit policy explain P308"
      ])
  }

  @Test func anOptionalParameterMayStayBlank() throws {
    let policy = try read(
      """
      parameters: {hours: {clause: x, required: false}}
      rules:
        - {id: a, after: visit, due: 1, at: $hours}
      """)
    #expect(policy.rules[0].hours == nil)
  }

  @Test func theWholeTextIsKept() throws {
    let text = "extends: qnc-blank\npolicy: mine\n"
    let loaded = try PolicyFile.read(text: text, file: "mine.yaml").get()
    #expect(loaded.source.hasPrefix(text))
    for name in ["qnc-blank", "qnc"] {
      let base = try #require(EmbeddedPolicies.text(name))
      #expect(loaded.source.contains("\n# ==== extends: embedded/\(name).yaml ====\n" + base))
    }
  }

  // MARK: Files

  @Test func filesExtendEachOtherByPath() throws {
    let path = repository + "/Tests/Fixtures/policies/branch.yaml"
    let policy = try PolicyFile.load(path: path).get().policy
    #expect(policy.name == "branch")
    #expect(policy.weeklyCap?.value == 2)
    #expect(policy.rules[2].schedule == .every(.days(7), .rule(1), .schedule))
  }

  @Test func aFileInGBKIsRefusedAtItsLine() throws {
    let path = repository + "/Tests/Fixtures/policies/gbk.yaml"
    guard case .failure(let problems) = try PolicyFile.load(path: path) else {
      Issue.record("it was read")
      return
    }
    #expect(
      problems.diagnostics.map { PolicyMessages.headline($0, .en) } == [
        "\(path):2:1: error P007: this line is not UTF-8; save the file as UTF-8; "
          + "see revisit policy explain P007"
      ])
  }

  @Test(arguments: [
    ("/Tests/Fixtures/policies/none.yaml", UnreadableFile.missing),
    ("/Tests/Fixtures/policies", .notAFile),
  ])
  func whatIsNoFileIsSaid(_ path: String, _ failure: UnreadableFile) {
    #expect(throws: failure) { try PolicyFile.load(path: repository + path) }
  }
}

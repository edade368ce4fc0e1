import Core
import PolicyFiles
import Testing

@Suite struct DifferenceTests {
  @Test func aPolicyDoesNotDifferFromItself() throws {
    #expect(PolicyFile.diff(try embedded("yufu"), try embedded("yufu")).isEmpty)
  }

  @Test func qncBlankIsQncWithoutArticles4And5() throws {
    let difference = PolicyFile.diff(try embedded("qnc"), try embedded("qnc-blank"))
    #expect(difference.rules.removed == ["qnc-4.1a", "qnc-4.1b", "qnc-4.2"])
    #expect(difference.rules.added.isEmpty)
    #expect(
      difference.clauses.removed == [
        "qnc-5.1", "qnc-5.2", "qnc-5.3", "qnc-5.4", "qnc-5.5", "qnc-5.6", "qnc-5.7", "qnc-6",
      ])
    #expect(difference.clauses.changed.map(\.new) == ["qb-2.2.3"])
    #expect(
      difference.rules.changed.map(\.new) == [
        "qb-2.1.5a", "qb-2.1.5b", "qb-2.2.1a", "qb-2.2.1c", "qb-2.2.2b", "qb-3.2", "qb-3.3",
        "qb-3.4",
      ])
    let channels = difference.rules.changed.map { $0.fields.first { $0.key == "channel" }?.new }
    #expect(channels.allSatisfy { $0?.contains("短信") == true && $0?.contains("微信") == true })
    #expect(difference.rules.renamed.count == 10)
    #expect(difference.settings.first { $0.key == "call_windows" }?.new == nil)
  }

  @Test func anOfficesOwnEditIsOneChange() throws {
    let text =
      "extends: qnc\npolicy: mine\nweekly_cap: {times: 2}\nchange: [{id: qnc-1.2, due: 5}]\n"
    let mine = try PolicyFile.read(text: text, file: "mine.yaml").get().policy
    let difference = PolicyFile.diff(try embedded("qnc"), mine)
    #expect(
      difference.settings == [.init(key: "weekly_cap", old: nil, new: "2 (qnc-5.1)")])
    #expect(
      difference.rules.changed == [
        .init(old: "qnc-1.2", new: "qnc-1.2", fields: [.init(key: "due", old: "3", new: "5")])
      ])
    #expect(difference.segments.isEmpty && difference.clauses.isEmpty)
  }
}

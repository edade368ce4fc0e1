import Core
import Glibc
import SQLite
import Store
import Testing

@Suite struct Doctor {
  @Test func aHealthyOfficeHasNoProblems() throws {
    let office = try Office()
    _ = try office.add("王芳", phone: "13800000001", owner: office.li)
    #expect(try office.store.doctor() == [])
  }

  @Test(arguments: [
    ("UPDATE customer SET owner = 2", Problem.cache(1, .owner)),
    ("UPDATE customer SET live = 0", .cache(1, .live)),
    ("INSERT INTO profile VALUES (1, 1, 20000, 3, '李', NULL)", .cache(1, .name)),
    ("UPDATE customer SET since_day = 1", .cache(1, .since)),
    ("INSERT INTO note VALUES (77, 'x', NULL)", .orphanNote(77)),
    ("UPDATE fact SET id = 99 WHERE id = 2", .factOutsideOp(99)),
    ("UPDATE fact SET staff = 99 WHERE id = 2", .foreignKey(table: "fact", parent: "staff")),
    ("UPDATE op SET facts = 5 WHERE id = 2", .overlappingOps(2, 3)),
    ("UPDATE fact SET voided_by = 1 WHERE id = 2", .impossibleVoid(table: "fact")),
    ("UPDATE fact SET op = 2 WHERE id = 2", .factOutsideOp(2)),
    (
      """
      INSERT INTO fact (customer, day, id, op, kind, is_on, channel, outcome)
      VALUES (1, 20000, 1, 3, 8, 0, 15, 1)
      """, .unreadableFact(1, 1)
    ),
    (
      """
      PRAGMA ignore_check_constraints = 1; UPDATE fact SET kind = 12 WHERE id = 1
      """, .integrity("CHECK constraint failed in fact")
    ),
    (
      "INSERT INTO policy VALUES (1, 20000, 'qnc', '', x'00', 3, NULL)",
      .unreadablePolicy(id: 1, name: "qnc")
    ),
    (
      """
      DROP INDEX phone_by_tail; INSERT INTO phone SELECT customer, 9, number, op, NULL FROM phone
      """, .phoneTwice("13800000001")
    ),
    (
      "PRAGMA ignore_check_constraints = 1; UPDATE staff SET role = 99 WHERE id = 1",
      .integrity("CHECK constraint failed in staff")
    ),
  ])
  func plantedDamageIsFound(sql: String, problem: Problem) throws {
    let office = try Office()
    _ = try office.add("王芳", phone: "13800000001", owner: office.li)
    try Connection(path: office.path, .readWrite).execute("PRAGMA foreign_keys = OFF; " + sql)
    let problems = try office.store.doctor()
    #expect(problems.contains(problem), "\(problems)")
  }

  /// Where no copy can be made, here because its name is taken, the file itself is checked, CHECKs
  /// and all, whoever opened it.
  @Test func aReaderChecksTheFileItself() throws {
    let office = try Office()
    try Connection(path: office.path, .readWrite).execute(
      "PRAGMA ignore_check_constraints = 1; UPDATE staff SET role = 99 WHERE id = 1")
    let taken = open("\(office.path).check", O_CREAT | O_WRONLY, 0o600)
    write(taken, "x", 1)
    close(taken)
    let reader = try Store.open(at: office.path, readOnly: true)
    #expect(try reader.doctor().contains(.integrity("CHECK constraint failed in staff")))
    #expect(access("\(office.path).check", F_OK) == 0, "it is somebody's file")
  }

  /// What a killed doctor can leave is the empty name of its copy; the next one takes it over.
  @Test func nothingOfTheCopyRemains() throws {
    let office = try Office()
    let name = "\(office.path).check"
    for isLeftOver in [false, true] {
      if isLeftOver { close(open(name, O_CREAT | O_WRONLY, 0o600)) }
      #expect(try office.store.doctor() == [])
      #expect(access(name, F_OK) != 0)
    }
  }

  /// Each checks a copy of its own.
  @Test func severalCheckAtOnce() async throws {
    let office = try Office()
    _ = try office.add("王芳", phone: "13800000001", owner: office.li)
    let path = office.path
    let found = try await withThrowingTaskGroup(of: [Problem].self) { group in
      for _ in 0..<8 {
        group.addTask { try Store.open(at: path, readOnly: true).doctor() }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(found == [])
    #expect(access("\(path).check", F_OK) != 0)
  }

  @Test func theViewsSpeakTheVocabulary() throws {
    let office = try Office()
    let customer = try office.add("王芳", owner: office.li)
    let bodies = try FactRoundTrips.bodies()
    try office.write { tx in
      for body in bodies { try tx.append(to: customer, on: day("2026-11-03"), body) }
    }
    let views = try Connection(path: office.path, .readOnly)
    let values = try views.rows("SELECT kind, value, channel, outcome FROM v_fact WHERE fact > 2") {
      [$0.optionalText(0), $0.optionalText(1), $0.optionalText(2), $0.optionalText(3)]
    }
    let shown = Set(values.joined().compactMap { $0 })
    for word in EventKind.BuiltIn.allCases.map(\.chinese) + Tag.BuiltIn.allCases.map(\.chinese)
      + Channel.allCases.map(\.chinese) + Outcome.allCases.map(\.chinese)
      + Grade.allCases.map(\.name) + ["10:00-24:00", "qnc-2.1.3a", "周敏", "非VIP"]
    { #expect(shown.contains(word), "\(word)") }
    let line = try views.first("SELECT number, name, source, since, consultant FROM v_customer") {
      [$0.text(0), $0.text(1), $0.text(2), $0.text(3), $0.text(4)]
    }
    #expect(line == ["C000001", "王芳", "来访", "2026-11-02", "周敏"])
  }

  @Test func theLabelsAreTheVocabulary() throws {
    let office = try Office()
    let rows = try Connection(path: office.path, .readOnly).rows(
      "SELECT kind, number, name FROM label WHERE kind <> 'fact' ORDER BY kind, number"
    ) { "\($0.text(0)) \($0.int(1)) \($0.text(2))" }
    func lines<T: ClosedTerm>(_ kind: String, _ terms: [T]) -> [String] {
      terms.sorted { $0.rawValue < $1.rawValue }.map { "\(kind) \($0.rawValue) \($0.chinese)" }
    }
    let wanted =
      lines("case", CaseKind.allCases) + lines("channel", Channel.allCases)
      + lines("event", EventKind.BuiltIn.allCases) + lines("field", ProfileField.allCases)
      + Grade.allCases.map { "grade \($0.rawValue) \($0.name)" }
      + lines("message step", MessageStep.allCases)
      + lines("milestone", MilestoneKind.BuiltIn.allCases)
      + lines("outcome", Outcome.allCases) + lines("record", RecordField.allCases)
      + lines("role", Role.BuiltIn.allCases)
      + lines("source", Source.allCases) + lines("step", CaseStepKind.allCases)
      + lines("tag", Tag.BuiltIn.allCases) + lines("urgency", Urgency.allCases)
    #expect(rows == wanted)
  }
}

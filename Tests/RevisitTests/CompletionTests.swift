import Testing

/// What a shell offers while a command line is typed.
@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func eachShellGetsItsScript(shell: String) throws {
    let script = try Office().must("completion", shell)
    #expect(script.out.contains("revisit") && script.lines.count > 500)
  }

  @Test func anotherShellIsRefused() throws {
    let answer = try Office().run("completion", "tcsh")
    #expect(answer.code == 64 && answer.err.contains("是否“zsh”"))
  }

  /// The words of a half-written line, as the scripts ask for them.
  private func offered(_ office: Office, _ words: String..., argument: String) throws -> [String] {
    let (line, word) = (Array(words.dropLast()), words.last ?? "")
    let asked = ["---completion"] + line + ["--", argument, "0", "\(word.count)", word]
    return try office.run(asked).lines
  }

  @Test func customersStaffAndRulesAreOffered() throws {
    let office = try Office.open()
    for (name, phone, consultant) in [("贺新", "13900000001", "李明"), ("贺年", "13900000002", "周敏")] {
      try office.must(
        "add", name, "--phone", phone, "--source", "来访", "--grade", "B", "--consultant", consultant)
    }
    #expect(try offered(office, "show", "贺", argument: "positional@0").contains("贺新"))
    #expect(try offered(office, "due", "", argument: "--consultant") == ["李明", "周敏", "王经理"])
    #expect(try offered(office, "skip", "qnc-2.1", argument: "positional@1").contains("qnc-2.1.2"))
    #expect(try offered(office, "add", "", argument: "--grade") == ["A类", "B类", "C类", "D类"])
  }

  @Test func whateverIsWrongIsNoAnswer() throws {
    let office = try Office()
    #expect(try offered(office, "show", "王", argument: "positional@0") == [])
  }
}

import ArgumentParser
import Core
import PolicyFiles
import Values

struct CoveragePolicy: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "coverage", "来源的每一条由什么承担  What carries each clause of the sources.",
    examples: "revisit policy coverage", "revisit policy coverage wenxin --format csv")

  @OptionGroup var common: CommonOptions
  @Argument("只看这份：制度名或条款开头，如 wx  Only that policy.", "制度") var policy: String?
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try Session(common)
    let format = try format.read()
    let entries = try wanted()
    var section = Listing.Section(
      "clauses", entries, ifEmpty: Bilingual("没有条款", "no clauses"),
      [
        .init("clause", "条款", "Clause") { .text($0.clause) },
        .init("state", "状态", "State") { .word($0.state.rawValue, $0.state.words) },
        .init("carrier", "由什么", "Carrier") { entry in
          entry.carrier.map { .word($0.rawValue, $0.words) } ?? .words(Bilingual("人", "people"))
        },
        .init("name", "名称", "Name") { .list($0.names.map { .text($0) }) },
        .init("note", "说明", "Note") { .text($0.note) },
      ])
    section.notes = [total(entries)]
    try session.answer(section, "制度的条款由什么落实", "What carries each clause", as: format)
  }

  private func wanted() throws -> [CoverageEntry] {
    let entries = Coverage.entries
    guard let policy else { return entries }
    guard let prefix = Coverage.prefix(of: policy) else {
      throw Failure.lookup(
        .noPolicy(policy, nearest: nearest(to: policy, among: PolicyFile.embeddedNames)))
    }
    return entries.filter { $0.prefix == prefix }
  }

  /// `483 条：已落实 412，待做 37，由人做 34；已落实的：规则 155，命令 120，…`.
  private func total(_ entries: [CoverageEntry]) -> Bilingual {
    let states = CoverageState.allCases.map { state in
      state.words.counted(entries.count { $0.state == state })
    }
    let carried = entries.filter { $0.state == .carried }
    let carriers = Carrier.allCases.map { carrier in
      carrier.words.counted(carried.count { $0.carrier == carrier })
    }
    let (all, parts) = (list(states), list(carriers))
    return Bilingual(
      "\(entries.count) 条：\(all.zh)" + (carried.isEmpty ? "" : "；已落实的：\(parts.zh)"),
      "\(counted(entries.count, "clause")): \(all.en)"
        + (carried.isEmpty ? "" : "; carried by: \(parts.en)"))
  }

  private func list(_ counts: [Bilingual?]) -> Bilingual {
    let counts = counts.compactMap { $0 }
    return Bilingual(
      counts.map(\.zh).joined(separator: "，"), counts.map(\.en).joined(separator: ", "))
  }
}

extension Bilingual {
  /// `规则 155`; nil where there is none.
  fileprivate func counted(_ count: Int) -> Bilingual? {
    count == 0 ? nil : Bilingual("\(zh) \(count)", "\(en) \(count)")
  }
}

extension CoverageState {
  fileprivate var words: Bilingual {
    switch self {
    case .carried: Bilingual("已落实", "carried")
    case .planned: Bilingual("待做", "planned")
    case .human: Bilingual("由人做", "left to people")
    }
  }
}

extension Carrier {
  fileprivate var words: Bilingual {
    switch self {
    case .rule: Bilingual("规则", "rule")
    case .duty: Bilingual("职责", "duty")
    case .segment: Bilingual("特殊客户", "segment")
    case .template: Bilingual("模板", "template")
    case .survey: Bilingual("问卷", "survey")
    case .constraint: Bilingual("约束", "constraint")
    case .audience: Bilingual("客户范围", "audience")
    case .field: Bilingual("字段", "field")
    case .ledger: Bilingual("台账", "ledger")
    case .own: Bilingual("自带规则", "built-in rule")
    case .command: Bilingual("命令", "command")
    case .report: Bilingual("报表", "report")
    }
  }
}

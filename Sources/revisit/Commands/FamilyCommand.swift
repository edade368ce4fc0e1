import ArgumentParser
import Core
import Store

struct FamilyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "family", abstract: "客户的家属和生日  A customer's family and their birthdays.",
    subcommands: [Add.self, List.self], defaultSubcommand: List.self)

  struct Add: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "add", "登记家属  Enter a member of the family.",
      examples: "revisit family add 王芳 --relation 配偶 --born 农历八月十五",
      "revisit family add 王芳 --relation 女儿 --name 小满 --born 2015-03-01")

    @OptionGroup var common: CommonOptions
    @Option(.operation) var op: String?
    @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
    @Option("配偶 女儿 父亲…  The relation.", "WORD") var relation: String
    @Option("姓名  The name.", "NAME") var name: String?
    @Option(
      "1991-11-20 或 农历八月十五  The birthday.", "BIRTHDAY",
      name: [.customLong("born"), .customLong("birthday")]) var born: String?

    func run(in office: Office) throws {
      let session = office.session
      let relation = try readText(relation, at: "--relation", limit: 20)
      let name = try name.map { try readName($0, at: "--name") } ?? ""
      let birthday = try born.map { try readBirthday($0, at: "--born", today: session.today) }
      let customer = try office.customer(self.customer)
      try office.change(customer, "family add") { transaction in
        let number = try transaction.addRelative(relation, name: name, to: customer.id)
        if let birthday {
          try transaction.append(
            to: customer.id, on: session.today, .birthday(BirthdayFact(of: number, birthday)),
            staff: office.user.staff)
        }
        let title = session.say("家属 \(number)", "relative \(number)")
        let born = birthday.map { session.say("生日 \($0)", "born \($0)") } ?? ""
        return [[title, relation, name, born].filter { !$0.isEmpty }.joined(separator: "  ")]
      }
    }
  }

  struct List: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "list", "一位客户的家属  The family of a customer.",
      examples: "revisit family list 王芳", "revisit family list 王芳 --format csv")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption
    @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String

    func run(in office: Office) throws {
      let session = office.session
      let format = try format.read()
      let customer = try office.customer(self.customer)
      let title = "\(number(customer.id)) \(customer.name)"
      try session.answer(
        try office.family(of: customer.id), "\(title) 的家人", "Family of \(title)", as: format)
    }
  }
}

extension Office {
  fileprivate func family(of customer: CustomerID) throws -> Listing.Section {
    let facts = try store.history(of: customer)?.facts ?? []
    return Listing.Section(
      "family", try store.relatives(of: customer), ifEmpty: FactWords.noFamily,
      [
        .init("number", "编号", "No.", right: true) { .number(Int($0.number)) },
        .init("relation", "关系", "Relation") { .text($0.relation) },
        .init("name", "姓名", "Name") { .text($0.name) },
        .init("birthday", "生日", "Birthday") { [self] in
          .optional(birthday(of: $0.number, facts).map { "\($0)" })
        },
      ])
  }

  private func birthday(of member: Int32, _ facts: [Fact]) -> Birthday? {
    for fact in facts.reversed() {
      if case .birthday(let birthday) = fact.body, birthday.member == member {
        return birthday.birthday
      }
    }
    return nil
  }
}

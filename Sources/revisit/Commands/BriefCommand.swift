import ArgumentParser
import Core
import Store

struct BriefCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "brief", "打电话前看的一页  What to know before the call.",
    examples: "revisit brief 王芳", "revisit brief 0001")

  @OptionGroup var common: CommonOptions
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String

  func run(in office: Office) throws {
    let session = office.session
    let customer = try office.customer(self.customer)
    let text = try CallBrief(customer, office).text(session)
    try session.answer(text.map { visible($0) + "\n" }.joined())
  }
}

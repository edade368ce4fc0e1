import FoundationEssentials
import Testing

/// The day for a chat's robot.
@Suite("A digest") struct DigestRows {
  @Test("Each robot gets the body that it takes, and no more than 4,096 bytes") func bodies() throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-03 10:00", as: "王芳")
    for (robot, keys) in [
      ("wecom", ["msgtype", "markdown"]), ("dingtalk", ["msgtype", "markdown"]),
      ("feishu", ["msg_type", "content"]),
    ] {
      let text = try office.at("2026-11-05 09:00", "digest \(robot)").out
      guard case .object(let body) = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
      else { return }
      #expect(Set(body.keys) == Set(keys) && text.utf8.count <= 4096)
      #expect(text.contains("逾期") && !text.contains("13800000001"))
    }
    #expect(try office.attempt("2026-11-05", "digest slack").code == 64)
  }
}

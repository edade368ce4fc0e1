import Core
import Testing

@Suite struct MessageTextTests {
  private let frame = Frame(
    clause: "qnc-5.5", heads: ["尊敬的贵宾", "{name}{title}您好"],
    tail: "【{project}】首席预约电话：{reserve_phone} 置业顾问：{consultant}")
  private let values: [Placeholder: String] = [
    .project: "阳光花园", .reservePhone: "0571-1", .consultant: "李明", .name: "王芳", .title: "女士",
  ]

  @Test func theFrameIsPutRoundATextOnce() throws {
    let tail = "【阳光花园】首席预约电话：0571-1 置业顾问：李明"
    let bare = Template(id: "a", text: "{project}封顶了。")
    #expect(try bare.composed(in: frame, with: values) == "王芳女士您好，阳光花园封顶了。" + tail)
    let whole = Template(id: "a", text: "{name}{title}您好！封顶了。" + tail)
    #expect(try whole.composed(in: frame, with: values) == "王芳女士您好！封顶了。" + tail)
    #expect(try bare.composed(in: nil, with: values) == "阳光花园封顶了。")
  }

  @Test func whoseSexIsUnknownIsAGuest() throws {
    var values = values
    values[.title] = nil
    let text = try Template(id: "a", text: "封顶了。").composed(in: frame, with: values)
    #expect(text.hasPrefix("尊敬的贵宾，封顶了。"))
    let named = try Template(id: "a", text: "{name}{title}您好").composed(in: nil, with: values)
    #expect(named == "王芳您好")
  }

  @Test func everyBlankIsNamed() {
    let template = Template(id: "a", text: "{date}{event}{date}")
    #expect(throws: Unfilled(placeholders: [.date, .event, .consultant])) {
      try template.composed(
        in: Frame(tail: "顾问：{consultant}"), with: [:])
    }
    let spoken = template.spoken(with: [.date: "明天"])
    #expect(spoken.text == "明天____明天" && spoken.missing == [.event])
  }

  @Test(arguments: [
    ("尊敬的贵宾您好", true), ("王芳女士您好，", true), ("某先生/女士您好", true), ("王 芳 女士 您好", true),
    ("您好", false), ("女士您好", false), ("今天天气好,王芳女士您好", false), ("", false),
  ])
  func heads(_ text: String, _ isSound: Bool) {
    let frame = Frame(clause: "c", heads: frame.heads)
    #expect(frame.problems(in: text).isEmpty == isSound, "\(text)")
  }

  @Test func tails() {
    let frame = Frame(clause: "c", tail: frame.tail)
    for text in ["好【阳光花园】首席预约电话：1 置业顾问：李明", "【a】首席预约电话：1置业顾问：李"] {
      #expect(frame.problems(in: text).isEmpty, "\(text)")
    }
    for text in ["好【】首席预约电话：1 置业顾问：李明", "【a】首席预约电话：1 置业顾问：", "首席预约电话：1 置业顾问：李"] {
      #expect(frame.problems(in: text) == [.tail(clause: "c", wanted: frame.tail)], "\(text)")
    }
    #expect(frame.problems(in: "{project} { {x}").count == 1)
  }
}

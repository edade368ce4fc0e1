import Store
import Testing

/// Names by the letters of an input method.
@Suite struct PinyinTests {
  private static let pinyin = Pinyin()

  @Test(
    arguments: [
      ("王芳", "wf"), ("王芳", "wangfang"), ("王芳", "wangf"), ("王芳", "wfang"), ("王芳", "WF"),
      ("王芳", "wa"), ("单田芳", "stf"), ("单田芳", "shantianfang"), ("曾国强", "zgq"), ("欧阳晓", "oyx"),
      ("欧阳晓", "ouyangxiao"), ("令狐冲", "lhc"), ("单于明", "cym"), ("乐嘉", "yuejia"), ("乐嘉", "lejia"),
      ("覃丽", "qinli"), ("覃丽", "tanli"), ("吕布", "lvbu"), ("张三丰", "zsf"), ("张三丰", "zhangs"),
      ("迪丽·热巴", "dlrb"), ("迪丽·热巴", "dilireba"),
    ])
  func isFound(_ name: String, _ letters: String) {
    #expect(Self.pinyin.reads(name, as: letters))
  }

  @Test(
    arguments: [
      ("王芳", "w"), ("王芳", "wfa1"), ("王芳", "fang"), ("王芳", "wangfangx"), ("单田芳", "dtf"),
      ("王芳", "王f"), ("", "wf"), ("Anne", "an"), ("王芳", ""),
    ])
  func isNotFound(_ name: String, _ letters: String) {
    #expect(!Self.pinyin.reads(name, as: letters))
  }

  @Test(
    arguments: [
      ("王芳", "wf", true), ("王芳", "wfang", true), ("王芳", "wangf", true), ("王芳", "wangfa", false),
      ("王芳菲", "wf", false), ("单田芳", "stf", true), ("欧阳晓", "oyxiao", true),
    ])
  func isReadWhole(_ name: String, _ letters: String, _ isWhole: Bool) {
    #expect(Self.pinyin.reads(name, as: letters, whole: true) == isWhole)
  }

  @Test(
    arguments: [
      ("王建国", "建国"), ("欧阳晓", "晓"), ("东方", "方"), ("诸葛明月", "明月"), ("王", nil),
    ])
  func givenName(_ name: String, _ given: String?) {
    #expect(Self.pinyin.givenName(of: name).map(String.init) == given)
  }
}

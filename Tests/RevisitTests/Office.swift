import Glibc

/// An office for one test: the real program in a folder of its own, with a clean environment. The
/// folder goes with the last reference.
final class Office: Sendable {
  struct Answer: Equatable, Sendable {
    let out: String
    let err: String
    let code: Int32

    /// Lines of stdout.
    var lines: [String] { out.split(whereSeparator: \.isNewline).map(String.init) }
  }

  enum Trouble: Error {
    case system(Int32)
    case refused(Answer)
  }

  let folder: String
  /// What `--as-of` is unless a run says otherwise.
  let asOf: String

  init(asOf: String = "2026-11-05 09:00") throws {
    var template = Array("/tmp/revisit-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble.system(errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.asOf = asOf
  }

  /// An office at work since `from`: 李明 and 周敏 are consultants, 王经理 is the manager.
  static func open(
    policy: String = "qnc", from: String = "2026-11-01", asOf: String = "2026-11-05 09:00"
  ) throws -> Office {
    let office = try Office(asOf: asOf)
    let isUsual = policy == "qnc" && from == "2026-11-01"
    if isUsual, let template {
      try office.write(template, to: "office.db")
    } else {
      try office.staff(policy: policy, from: from)
    }
    return office
  }

  /// The database of the usual office, made once: each step of a process waits for the disk.
  private static let template: [UInt8]? = {
    guard let office = try? Office(), (try? office.staff(policy: "qnc", from: "2026-11-01")) != nil
    else { return nil }
    return contents(office.path("office.db"))
  }()

  private func staff(policy: String, from: String) throws {
    try must("init", "--policy", policy, "--from", from, "--as-of", from)
    try must("staff", "add", "李明", "--as-of", from)
    try must("staff", "add", "周敏", "--as-of", from)
    try must("staff", "add", "王经理", "--role", "经理", "--as-of", from)
  }

  deinit {
    guard let directory = opendir(folder) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(path(name)) }
    }
    closedir(directory)
    rmdir(folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file that only its owner may read.
  func write(_ bytes: [UInt8], to name: String) throws {
    let descriptor = Glibc.open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw Trouble.system(errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Trouble.system(errno)
    }
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func read(_ name: String) -> String? { text(ofFile: path(name)) }
}

// MARK: - Running

extension Office {
  /// Runs the program as 李明 would who has not said so: no `--user`, no login.
  @discardableResult
  func run(
    _ arguments: String..., environment: [String: String] = [:], output: String? = nil
  ) throws -> Answer {
    try run(arguments, environment: environment, output: output)
  }

  /// As `run`, for a step that must succeed.
  @discardableResult
  func must(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    let answer = try run(arguments, environment: environment)
    guard answer.code == 0 else { throw Trouble.refused(answer) }
    return answer
  }

  /// - Parameters:
  ///   - output: a device or file that stdout goes to.
  ///   - inside: whether the program runs in the office's folder, and not in the test's.
  ///   - typed: what it reads from standard input.
  func run(
    _ arguments: [String], environment: [String: String] = [:], output: String? = nil,
    inside: Bool = false, typed: String? = nil
  ) throws -> Answer {
    let out = output ?? path("stdout")
    if let typed { try write(typed, to: "stdin") }
    let code = try start(
      arguments, environment: environment, output: out, inside: inside,
      input: typed == nil ? nil : path("stdin")
    ).wait()
    return Answer(
      out: output == nil ? text(ofFile: out) ?? "" : "", err: text(ofFile: path("stderr")) ?? "",
      code: code)
  }

  /// As `run`, without waiting for the end.
  func start(
    _ arguments: [String], environment: [String: String] = [:], output: String,
    inside: Bool = false, input: String? = nil
  ) throws -> RunningProgram {
    var variables = [
      "REVISIT_DB": path("office.db"), "REVISIT_AS_OF": asOf, "REVISIT_USER": "测试",
      "HOME": folder, "LANG": "zh_CN.UTF-8",
    ]
    variables.merge(environment) { $1 }
    return try RunningProgram(
      Office.program, arguments, variables.map { "\($0)=\($1)" }, output, path("stderr"),
      folder: inside ? folder : nil, input: input)
  }

  /// The binary beside the test executable.
  private static var program: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: bytes, as: UTF8.self)
    let folder = own.lastIndex(of: "/").map { own[...$0] } ?? ""
    return folder + "revisit"
  }
}

/// The text of a file; nil where there is none.
func text(ofFile path: String) -> String? {
  contents(path).map { String(decoding: $0, as: UTF8.self) }
}

func contents(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return bytes
}

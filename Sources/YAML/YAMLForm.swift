/// What `revisit-yaml` answers in: a node or a fault as bytes. Numbers are four bytes, the lowest
/// first; a text has its length before it.
package enum YAMLForm {
  /// Stands first; a program of another make is refused.
  static let version: UInt8 = 1

  private enum Mark {
    static let plain: UInt8 = 1
    static let quoted: UInt8 = 2
    static let list: UInt8 = 3
    static let map: UInt8 = 4
    static let empty: UInt8 = 16
    static let repeatedKey: UInt8 = 17
    static let syntax: UInt8 = 18
    static let character: UInt8 = 19
    static let unreadable: UInt8 = 20
  }

  package static func encode(_ result: Result<YAMLNode, YAMLFault>) -> [UInt8] {
    var bytes = [version]
    switch result {
    case .success(let node): put(node, to: &bytes)
    case .failure(let fault): put(fault, to: &bytes)
    }
    return bytes
  }

  /// Nil where the bytes are not of this form, or end too soon.
  package static func decode(_ bytes: [UInt8]) -> Result<YAMLNode, YAMLFault>? {
    var rest = bytes[...]
    guard rest.popFirst() == version, let kind = rest.first else { return nil }
    let result: Result<YAMLNode, YAMLFault>? =
      kind < Mark.empty
      ? takeNode(&rest).map { .success($0) } : takeFault(&rest).map { .failure($0) }
    return rest.isEmpty ? result : nil
  }

  // MARK: Nodes

  private static func put(_ node: YAMLNode, to bytes: inout [UInt8]) {
    switch node.content {
    case .scalar(let text, let isQuoted):
      bytes.append(isQuoted ? Mark.quoted : Mark.plain)
      put(node.mark, to: &bytes)
      put(text, to: &bytes)
    case .list(let nodes):
      bytes.append(Mark.list)
      put(node.mark, to: &bytes)
      put(nodes.count, to: &bytes)
      for node in nodes { put(node, to: &bytes) }
    case .map(let pairs):
      bytes.append(Mark.map)
      put(node.mark, to: &bytes)
      put(pairs.count, to: &bytes)
      for pair in pairs {
        put(pair.key, to: &bytes)
        put(pair.value, to: &bytes)
      }
    }
  }

  private static func takeNode(_ rest: inout ArraySlice<UInt8>) -> YAMLNode? {
    guard let kind = rest.popFirst(), let mark = takeMark(&rest) else { return nil }
    switch kind {
    case Mark.plain, Mark.quoted:
      return takeText(&rest).map {
        YAMLNode(.scalar($0, isQuoted: kind == Mark.quoted), at: mark)
      }
    case Mark.list:
      return takeAll(&rest) { takeNode(&$0) }.map { YAMLNode(.list($0), at: mark) }
    case Mark.map:
      let pairs = takeAll(&rest) { rest in
        takeNode(&rest).flatMap { key in
          takeNode(&rest).map { YAMLPair(key: key, value: $0) }
        }
      }
      return pairs.map { YAMLNode(.map($0), at: mark) }
    default: return nil
    }
  }

  private static func takeAll<Item>(
    _ rest: inout ArraySlice<UInt8>, _ take: (inout ArraySlice<UInt8>) -> Item?
  ) -> [Item]? {
    guard let count = takeNumber(&rest), count <= rest.count else { return nil }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count {
      guard let item = take(&rest) else { return nil }
      items.append(item)
    }
    return items
  }

  // MARK: Faults

  private static func put(_ fault: YAMLFault, to bytes: inout [UInt8]) {
    switch fault {
    case .empty: bytes.append(Mark.empty)
    case .unreadable: bytes.append(Mark.unreadable)
    case .repeatedKey(let text, let mark):
      bytes.append(Mark.repeatedKey)
      put(text, to: &bytes)
      put(mark, to: &bytes)
    case .syntax(let text, let mark):
      bytes.append(Mark.syntax)
      put(text, to: &bytes)
      put(mark, to: &bytes)
    case .character(let text, let offset):
      bytes.append(Mark.character)
      put(text, to: &bytes)
      put(offset, to: &bytes)
    }
  }

  private static func takeFault(_ rest: inout ArraySlice<UInt8>) -> YAMLFault? {
    guard let kind = rest.popFirst() else { return nil }
    if kind == Mark.empty { return .empty }
    if kind == Mark.unreadable { return .unreadable }
    guard let text = takeText(&rest) else { return nil }
    switch kind {
    case Mark.repeatedKey: return takeMark(&rest).map { .repeatedKey(text, first: $0) }
    case Mark.syntax: return takeMark(&rest).map { .syntax(text, at: $0) }
    case Mark.character: return takeNumber(&rest).map { .character(text, offset: $0) }
    default: return nil
    }
  }

  // MARK: Parts

  private static func put(_ number: Int, to bytes: inout [UInt8]) {
    let number = UInt32(clamping: number)
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }

  private static func put(_ text: String, to bytes: inout [UInt8]) {
    put(text.utf8.count, to: &bytes)
    bytes += text.utf8
  }

  private static func put(_ mark: YAMLMark, to bytes: inout [UInt8]) {
    put(mark.line, to: &bytes)
    put(mark.column, to: &bytes)
  }

  private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 4 else { return nil }
    let number = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    rest.removeFirst(4)
    return number
  }

  private static func takeText(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let count = takeNumber(&rest), count <= rest.count else { return nil }
    let text = String(validating: rest.prefix(count), as: UTF8.self)
    rest.removeFirst(count)
    return text
  }

  private static func takeMark(_ rest: inout ArraySlice<UInt8>) -> YAMLMark? {
    guard let line = takeNumber(&rest), let column = takeNumber(&rest) else { return nil }
    return YAMLMark(line: line, column: column)
  }
}

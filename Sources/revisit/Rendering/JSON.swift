import Values

/// A JSON value whose members keep their order.
enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
}

extension JSON {
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// The value in one line.
  var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .int(let value): out += String(value)
    // JSON has no infinity and no NaN.
    case .double(let value): out += value.isFinite ? value.description : "null"
    case .string(let value): JSON.quote(value, to: &out)
    case .array(let items): JSON.list(items, "[", "]", to: &out) { $0.write(to: &$1) }
    case .object(let members):
      JSON.list(members, "{", "}", to: &out) { member, out in
        JSON.quote(member.0, to: &out)
        out += ":"
        member.1.write(to: &out)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to out: inout String,
    each write: (Item, inout String) -> Void
  ) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      write(item, &out)
    }
    out += close
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    defer { out += "\"" }
    if Width.ofPlain(text) != nil, !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
      out += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where isHidden(scalar):
        for unit in UTF16.encode(scalar) ?? .init() { out += escape(unit) }
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

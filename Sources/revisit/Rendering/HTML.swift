import Values

/// `text` as it may stand in HTML, in an element or in a quoted attribute.
func escapedHTML(_ text: String) -> String {
  if Width.ofPlain(text) != nil, !text.utf8.contains(where: isMarkup) { return text }
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "'": out += "&#39;"
    case "\n", "\r", "\t": out += " "
    case _ where isHidden(scalar): out += visible(String(Character(scalar)))
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x26, 0x27, 0x3C, 0x3E: true  // " & ' < >
  default: false
  }
}

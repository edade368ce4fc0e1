/// `text` as it may stand in HTML, in an element or in a quoted attribute.
func escapedHTML(_ text: String) -> String {
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

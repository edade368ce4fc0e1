import Values

/// `text` in one line and without anything that could steer a terminal: control, bidirectional
/// and other invisible characters become `\n`, `\t` or `\u{1B}`. The joiners inside emoji stay.
func visible(_ text: String) -> String {
  if Width.ofPlain(text) != nil { return text }
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": shown += "\\n"
    case "\r": shown += "\\r"
    case "\t": shown += "\\t"
    case _ where isHidden(scalar):
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

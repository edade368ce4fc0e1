import Core
import Values

extension Language {
  /// The language that `--lang`, REVISIT_LANG, the settings or the locale ask for. A value that is neither
  /// `zh` nor `en` is passed over here and refused where the option is read.
  init(arguments: [String], environment: Environment, _ settings: Settings? = nil) {
    let asked =
      Language.option(in: arguments) ?? environment["REVISIT_LANG"] ?? settings?[.lang]
    if let asked, let language: Language = try? readChoice(asked) {
      self = language
      return
    }
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"]
    self = locale.map { $0.hasPrefix("en") } == true ? .en : .zh
  }

  private static func option(in arguments: [String]) -> String? {
    for (index, word) in arguments.enumerated() {
      if word == "--" { return nil }
      if word.hasPrefix("--lang=") { return String(word.dropFirst("--lang=".count)) }
      if word == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
    }
    return nil
  }
}

import Core
import Values

/// Reads a file and the files it extends into one `Document`.
struct DocumentReader {
  private(set) var problems: [Diagnostic] = []
  /// The text of each file read, the file itself first and its base after it.
  private(set) var sources: [SourceText] = []
  /// A file could not be understood at all, so that nothing can be said of what names lead to.
  private(set) var isIncomplete = false
  /// The text of a base policy and the name of its file.
  private let open: (String) -> (file: String, text: String)?

  init(open: @escaping (String) -> (file: String, text: String)?) {
    self.open = open
  }

  /// The document of that text; as much of it as can be understood.
  mutating func document(_ source: SourceText, chain: [String] = []) -> Document {
    sources.append(source)
    var parser = TreeParser(source)
    let tree = parser.tree()
    problems += parser.problems
    guard let tree else { return incomplete }
    guard let entries = tree.entries else {
      report(.value(.wrongShape(key: "policy", wanted: .map, found: tree.shape)), at: tree.place)
      return incomplete
    }
    var document = base(entries, chain: chain + [source.file])
    document.settings.removeAll { $0.key == "policy" }
    let hasBase = entries["extends"] != nil || entries["includes"] != nil
    for entry in entries { read(entry, into: &document, hasBase: hasBase) }
    if let includes = entries["includes"] {
      include(includes, in: &document, chain: chain + [source.file])
    }
    if isIncomplete { return document }
    if let off = entries["off"], hasBase { switchOff(off, in: &document) }
    if let change = entries["change"], hasBase { apply(change, to: &document) }
    return document
  }

  private var incomplete: Document {
    mutating get {
      isIncomplete = true
      return Document()
    }
  }

  mutating func report(_ problem: Problem, at place: Place) {
    problems.append(Diagnostic(problem, at: place))
  }

  /// What was probably meant. Sought for the first problems only, so that checking stays quick.
  func nearest(to text: String, among candidates: @autoclosure () -> [String]) -> String? {
    problems.count < 100 ? Values.nearest(to: text, among: candidates(), everFarther: true) : nil
  }

  // MARK: The base

  private mutating func base(_ entries: [Entry], chain: [String]) -> Document {
    guard let extends = entries["extends"] else { return Document() }
    guard let name = extends.text, !name.isEmpty else {
      report(
        .value(.wrongShape(key: "extends", wanted: .text, found: extends.shape)),
        at: extends.place)
      return incomplete
    }
    guard let found = open(name) else {
      let meant = Values.nearest(to: name, among: EmbeddedPolicies.names)
      report(.file(.baseMissing(name, nearest: meant)), at: extends.place)
      return incomplete
    }
    guard !chain.contains(found.file), chain.count < 8 else {
      report(.file(.baseCycle(chain + [found.file])), at: extends.place)
      return incomplete
    }
    return document(SourceText(found.text, file: found.file), chain: chain)
  }

  // MARK: The keys of the file

  private mutating func read(_ entry: Entry, into document: inout Document, hasBase: Bool) {
    guard let key = Policy.fileKeys.first(where: { $0.name == entry.key }) else {
      let meant = nearest(to: entry.key, among: Policy.fileKeys.map(\.name))
      return report(.key(.unknown(entry.key, nearest: meant)), at: entry.place)
    }
    switch key.layering {
    case .joining: break
    case .replacing: document.settings = document.settings.overlaid(with: [entry])
    case .overlaying: overlay(entry, in: &document.settings)
    case .appending: append(entry, to: &document.settings)
    case .audiences: named(entry).forEach { document.audiences.set($0) }
    case .parameters:
      named(entry).forEach { overlay(DocumentReader.full($0), in: &document.parameters) }
    case .items(let list): place(entry, in: list, of: &document, hasBase)
    case .altering: if !hasBase { report(.key(.needsBase(entry.key)), at: entry.place) }
    }
  }

  /// A map lies over the map of the base, key by key; anything else replaces it.
  private func overlay(_ entry: Entry, in settings: inout [Entry]) {
    var entry = entry
    if let old = settings[entry.key]?.entries, let new = entry.value.entries {
      entry.value.content = .map(old.overlaid(with: new))
    }
    settings = settings.overlaid(with: [entry])
  }

  /// A list adds to that of the base: whoever varies a policy knows its words too.
  private func append(_ entry: Entry, to settings: inout [Entry]) {
    var entry = entry
    if let old = settings[entry.key], !entry.value.isNone {
      entry.value.content = .list(old.listed + entry.value.listed)
    }
    settings = settings.overlaid(with: [entry])
  }

  /// A parameter written as its value alone keeps the clause that the base gives it.
  private static func full(_ parameter: Entry) -> Entry {
    guard parameter.value.shape == .text else { return parameter }
    let value = Entry(key: "value", place: parameter.place, value: parameter.value)
    let map = Tree(.map([value]), at: parameter.value.place)
    return Entry(key: parameter.key, place: parameter.place, value: map)
  }

  private mutating func named(_ entry: Entry) -> [Entry] {
    if let entries = entry.value.entries { return entries }
    let problem = ValueProblem.wrongShape(key: entry.key, wanted: .map, found: entry.value.shape)
    report(.value(problem), at: entry.value.place)
    return []
  }

  mutating func items(_ entry: Entry) -> [Item] {
    guard case .list(let trees) = entry.value.content else {
      let found = entry.value.shape
      report(
        .value(.wrongShape(key: entry.key, wanted: .list, found: found)), at: entry.value.place)
      return []
    }
    return trees.compactMap { item($0, in: entry.key) }
  }

  private mutating func item(_ tree: Tree, in list: String) -> Item? {
    guard let entries = tree.entries else {
      report(.value(.wrongShape(key: list, wanted: .map, found: tree.shape)), at: tree.place)
      return nil
    }
    guard let id = entries["id"] else {
      report(.key(.missing("id", of: list)), at: tree.place)
      return nil
    }
    guard let text = id.text, !text.isEmpty else {
      report(.value(.wrongShape(key: "id", wanted: .text, found: id.shape)), at: id.place)
      return nil
    }
    return Item(id: text, place: id.place, entries: entries)
  }

  // MARK: Add-ons

  private mutating func include(
    _ tree: Tree, in document: inout Document, chain: [String]
  ) {
    for name in texts(tree, key: "includes") {
      guard let found = open(name.text) else {
        let meant = Values.nearest(to: name.text, among: EmbeddedPolicies.names)
        report(.file(.baseMissing(name.text, nearest: meant)), at: name.place)
        isIncomplete = true
        continue
      }
      guard !chain.contains(found.file), chain.count < 8 else {
        report(.file(.baseCycle(chain + [found.file])), at: name.place)
        isIncomplete = true
        continue
      }
      // What was included already, directly or through another, stands there once.
      guard !sources.contains(where: { $0.file == found.file }) else { continue }
      let addOn = self.document(SourceText(found.text, file: found.file), chain: chain)
      document.addOns += [addOn.withoutAddOns()] + addOn.addOns
    }
  }

  mutating func texts(_ tree: Tree, key: String) -> [(text: String, place: Place)] {
    let trees = if case .list(let trees) = tree.content { trees } else { [tree] }
    return trees.compactMap { item in
      if let text = item.text { return (text, item.place) }
      let problem = ValueProblem.wrongShape(key: key, wanted: .text, found: item.shape)
      report(.value(problem), at: item.place)
      return nil
    }
  }
}

extension [Entry] {
  mutating func set(_ entry: Entry) {
    if let index = firstIndex(where: { $0.key == entry.key }) {
      self[index] = entry
    } else {
      append(entry)
    }
  }
}

import Core

/// A rule, segment or clause as it stands in a file: its id and its keys.
struct Item: Hashable, Sendable {
  var id: String
  var place: Place
  var entries: [Entry]
}

/// A policy as written, after `extends`, `like`, `change` and `off` have been carried out.
struct Document: Sendable {
  /// The keys that hold one value, with those inherited.
  var settings: [Entry] = []
  var audiences: [Entry] = []
  var parameters: [Entry] = []
  var items: [ItemList: [Item]] = [:]
  /// From the id of a replaced item to the id of the one that stands for it.
  var renamed: [String: String] = [:]
  /// The ids that `off` took away, and where it says so.
  var off: [String: Place] = [:]
  /// The policies that stand beside this one (`includes`), in their order.
  var addOns: [Document] = []

  /// The id under which that item stands now.
  func current(_ id: String) -> String {
    var id = id
    for _ in 0...renamed.count {
      guard let next = renamed[id] else { return id }
      id = next
    }
    return id
  }

  subscript(list: ItemList) -> [Item] { items[list] ?? [] }

  var rules: [Item] { self[.rules] }

  /// Where the item with that id stands: in the first of the lists that has one.
  func find(
    _ id: String, in lists: [ItemList] = ItemList.allCases
  ) -> (list: ItemList, index: Int)? {
    let id = current(id)
    for list in lists {
      if let index = self[list].firstIndex(where: { $0.id == id }) { return (list, index) }
    }
    return nil
  }

  /// Takes that item away, also from an add-on; whether there was one.
  mutating func switchOff(_ id: String, at place: Place) -> Bool {
    guard let found = find(id) else {
      return addOns.indices.contains { addOns[$0].switchOff(id, at: place) }
    }
    items[found.list]?.remove(at: found.index)
    off[id] = place
    off[current(id)] = place
    return true
  }

  /// Lays the keys of `item` over the item of its id, also one of an add-on; whether there was one.
  mutating func change(_ item: Item) -> Bool {
    // A survey bears the id of the clause or rule that it serves.
    let isSurvey = Questionnaire.ownKeys.contains { item.entries[$0] != nil }
    guard let found = find(item.id, in: isSurvey ? [.surveys] : ItemList.allCases) else {
      return addOns.indices.contains { addOns[$0].change(item) }
    }
    let own = item.entries.filter { $0.key != "id" }
    let merged = self[found.list][found.index].entries.overlaid(with: own)
    items[found.list]?[found.index].entries = merged
    return true
  }

  func withoutAddOns() -> Document {
    var document = self
    document.addOns = []
    return document
  }

  var ids: [String] { ItemList.allCases.flatMap { self[$0].map(\.id) } }

  /// Ids that an item of that list must not have. What is said and asked may bear the id of the
  /// clause that it serves.
  func taken(in list: ItemList) -> Set<String> { Set(list.rivals.flatMap { self[$0].map(\.id) }) }
}

/// The lists of a policy whose items have ids.
enum ItemList: CaseIterable, Sendable {
  case rules, segments, clauses, duties, templates, surveys

  /// The lists that share its ids.
  var rivals: [ItemList] {
    switch self {
    case .rules, .segments, .clauses, .duties: [.rules, .segments, .clauses, .duties]
    case .templates, .surveys: [self]
    }
  }
}

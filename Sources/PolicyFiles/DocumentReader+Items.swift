// The items of a file over those of the file that it extends, and what it alters there.

extension DocumentReader {
  mutating func place(
    _ entry: Entry, in list: ItemList, of document: inout Document, _ hasBase: Bool
  ) {
    var taken = document.taken(in: list)
    for item in items(entry) {
      if !taken.insert(item.id).inserted, let found = document.find(item.id) {
        let first = document[found.list][found.index].place
        let line = first.file == item.place.file ? first.line : nil
        report(.key(.duplicateID(item.id, firstLine: line)), at: item.place)
        document.items[list, default: []].append(item)
      } else if let like = item.entries["like"] {
        replace(like, by: item, in: list, of: &document, hasBase: hasBase)
      } else {
        document.items[list, default: []].append(item)
      }
    }
  }

  /// `like: X`: the item takes the place of X, with X's keys where it has none of its own.
  private mutating func replace(
    _ like: Tree, by item: Item, in list: ItemList,
    of document: inout Document, hasBase: Bool
  ) {
    guard hasBase else { return report(.key(.needsBase("like")), at: like.place) }
    guard let id = like.text else {
      let problem = ValueProblem.wrongShape(key: "like", wanted: .text, found: like.shape)
      return report(.value(problem), at: like.place)
    }
    if let other = document.renamed[id] {
      return report(.reference(.replacedTwice(id, by: other)), at: like.place)
    }
    if isIncomplete { return }
    guard let index = document[list].firstIndex(where: { $0.id == id }) else {
      let meant = nearest(to: id, among: document[list].map(\.id))
      return report(.reference(.unknownInBase(id, nearest: meant)), at: like.place)
    }
    let own = item.entries.filter { $0.key != "like" }
    var merged = document[list][index]
    merged.entries = merged.entries.overlaid(with: own)
    merged.id = item.id
    merged.place = item.place
    document.items[list]?[index] = merged
    document.renamed[id] = item.id
  }

  mutating func switchOff(_ tree: Tree, in document: inout Document) {
    for id in texts(tree, key: "off") {
      if !document.switchOff(id.text, at: id.place) {
        reportUnknown(id.text, in: document, at: id.place)
      }
    }
  }

  mutating func apply(_ tree: Tree, to document: inout Document) {
    let entry = Entry(key: "change", place: tree.place, value: tree)
    for item in items(entry) where !document.change(item) {
      reportUnknown(item.id, in: document, at: item.place)
    }
  }

  private mutating func reportUnknown(_ id: String, in document: Document, at place: Place) {
    let meant = nearest(to: id, among: ([document] + document.addOns).flatMap(\.ids))
    report(.reference(.unknownInBase(id, nearest: meant)), at: place)
  }
}

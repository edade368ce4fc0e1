import Core

/// What a pass over histories gathers for a list: its lines, and how many are hidden.
struct DueLines {
  private(set) var items: [DueItem] = []
  private(set) var hidden = KindCounts<HiddenBecause>()
  /// Not to be contacted.
  private(set) var silent: [CustomerID] = []
  /// How many customers have a line in each group, those for whom there was no room too.
  private(set) var counts = KindCounts<DueGroup>()
  /// Lines that more urgent ones left no room for.
  private(set) var surplus = 0
  private let most: Int?
  private let now: Moment
  /// Hidden ones are lines too.
  private let showsHidden: Bool
  /// Of lines behind this place there are enough.
  private var bar: DuePlace?

  /// - Parameter most: at most so many lines, the most urgent; nil: all.
  init(_ query: DueQuery, most: Int?) {
    self.most = most
    now = query.now
    showsHidden = query.all
  }

  /// Takes in what the list says of a customer. `item` makes the line's item where there is room.
  mutating func add(
    _ entry: AgendaEntry, of customer: CustomerID,
    _ item: (AgendaLine, HiddenBecause?) throws -> DueItem
  ) rethrows {
    switch entry {
    case .nothing: break
    case .line(let line):
      counts[DueGroup(line, at: now)] += 1
      if hasRoom(for: line) { items.append(try item(line, nil)) }
    case .hidden(let why, let line):
      hidden[why] += 1
      guard showsHidden else { break }
      if let line { items.append(try item(line, why)) } else { silent.append(customer) }
    }
  }

  /// Puts off to their days those whose day in a wave is a later one.
  mutating func spread(_ plans: WavePlans, ahead: Int) {
    let listed = items
    items = []
    counts = KindCounts()
    for item in listed {
      guard item.hidden == nil else {
        items.append(item)
        continue
      }
      add(plans.entry(item.line, ahead: ahead), of: item.customer) { line, why in
        var item = item
        item.line = line
        item.hidden = why
        return item
      }
    }
  }

  /// Puts the lines in the order in which to call. Their places are sorted, for a line is large.
  mutating func sort() {
    let places = items.map { DuePlace($0, at: now) }
    items = places.indices.sorted { places[$0] < places[$1] }.prefix(most ?? .max).map { items[$0] }
    surplus += places.count - items.count
  }

  /// Whether the line may be among the most urgent; one that is not is counted. Twice as many are
  /// gathered before the rest is left out.
  private mutating func hasRoom(for line: AgendaLine) -> Bool {
    guard let most else { return true }
    if most == 0 {
      surplus += 1
      return false
    }
    if items.count >= 2 * most {
      sort()
      bar = items.last.map { DuePlace($0, at: now) }
    }
    let isBehind = bar.map { $0 < DuePlace(line, hidden: false, at: now) } ?? false
    if isBehind { surplus += 1 }
    return !isBehind
  }
}

/// Where a line stands on the page: in its group, those who are not listed last.
struct DuePlace: Comparable, Sendable {
  private let group: Int
  private let place: AgendaPlace

  init(_ line: AgendaLine, hidden: Bool, at now: Moment) {
    group = (hidden ? .hidden : DueGroup(line, at: now)).rawValue
    place = line.place
  }

  init(_ item: DueItem, at now: Moment) {
    self.init(item.line, hidden: item.hidden != nil, at: now)
  }

  static func < (a: DuePlace, b: DuePlace) -> Bool {
    a.group == b.group ? a.place < b.place : a.group < b.group
  }
}

/// What customers said of how they pay and what they want, and whose customers they are, as far as the
/// audiences of policies ask for it. What nobody asks for is nowhere, so that most offices read none.
///
/// Each word of an audience has a bit; what holds of a customer on a day is one machine word.
package struct Traits: Sendable {
  /// What an audience can ask for.
  package enum Kind: CaseIterable, Sendable {
    case payment, layout, consultant
  }

  /// What was said of a customer from a day on; nil: taken back.
  package struct Saying: Hashable, Sendable {
    /// The customer of whom it was said.
    package let customer: CustomerID
    /// The day from which on it holds.
    package let day: Day
    /// What it is about.
    package let kind: Kind
    /// In the customer's or the office's words; nil: taken back.
    package let text: String?

    package init(_ customer: CustomerID, from day: Day, _ kind: Kind, _ text: String?) {
      self.customer = customer
      self.day = day
      self.kind = kind
      self.text = text
    }
  }

  /// The words that are asked for: a word's place is its bit.
  private let words: [(kind: Kind, word: String)]
  /// By customer, in the order in which they were said: the bits of the kind from that day on.
  private let said: [CustomerID: [(day: Day, of: UInt64, bits: UInt64)]]
  private let owners: [StaffID: UInt64]

  /// Nothing is asked for.
  package init() {
    words = []
    said = [:]
    owners = [:]
  }

  /// - Parameters:
  ///   - sayings: of one customer, the later ones behind.
  ///   - staff: the members by name.
  package init(
    asked audiences: [Audience], _ sayings: [Saying], staff: [(id: StaffID, name: String)]
  ) {
    var words: [(kind: Kind, word: String)] = []
    for audience in audiences {
      for kind in Kind.allCases {
        for word in audience.words(of: kind)
        where !words.contains(where: { $0.kind == kind && $0.word == word }) {
          words.append((kind, word))
        }
      }
    }
    self.words = Array(words.prefix(Traits.most))
    let table = self.words
    said = sayings.reduce(into: [:]) { said, saying in
      said[saying.customer, default: []].append(
        (
          saying.day, Traits.mask(table) { kind, _ in kind == saying.kind },
          Traits.mask(table) { kind, word in
            kind == saying.kind && saying.text.map { Traits.holds($0, word) } ?? false
          }
        ))
    }
    owners = staff.reduce(into: [:]) { owners, member in
      owners[member.id] = Traits.mask(table) { kind, word in
        kind == .consultant && word == member.name
      }
    }
  }

  /// There are no more bits.
  package static let most = 64

  private static func mask(
    _ words: [(kind: Kind, word: String)], where holds: (Kind, String) -> Bool
  ) -> UInt64 {
    words.indices.reduce(0) { bits, place in
      holds(words[place].kind, words[place].word) ? bits | 1 << UInt64(place) : bits
    }
  }

  /// Whether what was said names that: 按揭贷款 names 按揭, 3居 names 三居.
  package static func holds(_ text: String, _ word: String) -> Bool {
    plain(text).contains(plain(word))
  }

  private static func plain(_ text: String) -> String {
    let digits: [Character: Character] = [
      "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "室": "居", "房": "居",
    ]
    return String(text.lowercased().filter { !$0.isWhitespace }.map { digits[$0] ?? $0 })
  }
}

extension Traits {
  /// Whether no audience asks for anything.
  package var isEmpty: Bool { words.isEmpty }

  /// For each kind that the audience asks for, the bits of which a customer must have one.
  func needs(of audience: Audience) -> [UInt64] {
    Kind.allCases.compactMap { kind in
      let asked = audience.words(of: kind)
      return asked.isEmpty
        ? nil : Traits.mask(words) { $0 == kind && asked.contains($1) }
    }
  }

  /// Lays over the timeline what holds of the customer on each day, as far as it was said by `now`.
  func lay(over timeline: inout Timeline, of customer: CustomerID, at now: Moment) {
    if words.isEmpty { return }
    timeline.overlay((said[customer] ?? []).filter { $0.day <= now.day }, owners)
  }

  /// The words of that kind that hold from each of those days on, as a case has them.
  package func told(of customer: CustomerID, _ kind: Kind) -> [(day: Day, words: [String])] {
    let of = Traits.mask(words) { known, _ in known == kind }
    return (said[customer] ?? []).filter { $0.of == of && of != 0 }.map { entry in
      (
        entry.day,
        words.indices.filter { entry.bits >> UInt64($0) & 1 == 1 }.map { words[$0].word }
      )
    }
  }

  /// The name of the member, where an audience asks for it.
  package func name(of member: StaffID) -> String? {
    let bits = owners[member] ?? 0
    return words.indices.first { bits >> UInt64($0) & 1 == 1 }.map { words[$0].word }
  }
}

extension Audience {
  /// The words of that kind of which one must hold; empty: any.
  package func words(of kind: Traits.Kind) -> [String] {
    switch kind {
    case .payment: payments
    case .layout: layouts
    case .consultant: consultants
    }
  }

  /// Whether it asks for what stands in profiles, or whose customer it is.
  package var asksForTraits: Bool { Traits.Kind.allCases.contains { !words(of: $0).isEmpty } }
}

extension Policy {
  /// The audiences of its rules and segments that ask for what stands in profiles.
  package var traitAudiences: [Audience] {
    (rules.map(\.audience) + segments.map(\.audience)).filter(\.asksForTraits)
  }
}

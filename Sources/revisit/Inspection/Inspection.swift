import Core
import Store
import Values

/// A conversation as it is looked at.
struct InspectedRecord {
  let record: Record
  let contact: Contact
  let customer: CustomerID
  let name: String
  let speaker: StaffID?
  var marks: [RecordMark] = []
}

struct InspectionQuery {
  let days: ClosedRange<Day>
  let sample: Int
  /// The same number draws the same sample.
  let seed: UInt64
  let members: Set<StaffID>?
}

extension Office {
  /// Under so many characters a record is thin; so many days back the same text is copied; so many
  /// conversations in so many minutes are a burst.
  private static let least = 4
  private static let memory = 30
  private static let burst = (count: 5, minutes: 10)

  /// A sample of what was recorded, and of all of it what is odd, by consultant.
  func inspect(_ query: InspectionQuery) throws -> Listing {
    let records = try inspected(query)
    var chance = SplitMix(query.seed)
    let drawn = Set(chance.draw(query.sample, of: records.count))
    let sample = records.enumerated().filter { drawn.contains($0.offset) }.map(\.element)
    let names = try staffNames()
    func name(_ staff: StaffID?) -> String {
      staff.flatMap { names[$0] } ?? session.say(DueMessages.nobody)
    }
    let speakers = Dictionary(grouping: records) { name($0.speaker) }.sorted { $0.key < $1.key }
    return Listing(
      heading: [InspectionWords.title(query.days, sample.count, of: records.count)],
      [
        Listing.Section(
          "sample", sample, ifEmpty: InspectionWords.none,
          [
            .init("record", "记录", "record", least: 4) { .text("R\($0.record.fact.id)") },
            .init("when", "时间", "when", least: 10) { .moment($0.record.fact.moment) },
            .init("consultant", "谁", "who", least: 4) { .text(name($0.speaker)) },
            .init("customer", "客户", "customer", least: 7) { .text(number($0.customer)) },
            .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
            .init("outcome", "结果", "outcome", least: 4) { .term($0.contact.outcome) },
            .init("marks", "疑点", "marks", least: 4) { record in
              .list(record.marks.map { .word($0.rawValue, InspectionWords.mark($0)) })
            },
            .init("note", "内容", "note", least: 4) { .optional($0.record.texts.note) },
          ]),
        Listing.Section(
          "consultants", title: InspectionWords.ofAll, speakers,
          [
            .init("consultant", "谁", "who", least: 4) { .text($0.key) },
            .init("records", "记录", "records", right: true, least: 3) { .number($0.value.count) },
          ]
            + RecordMark.allCases.map { mark in
              Listing.Field<(key: String, value: [InspectedRecord])>(
                mark.rawValue, InspectionWords.mark(mark), right: true, least: 3
              ) { .number($0.value.count { $0.marks.contains(mark) }) }
            }),
      ])
  }

  /// Every conversation of those days, by time, with its marks.
  private func inspected(_ query: InspectionQuery) throws -> [InspectedRecord] {
    var all: [InspectedRecord] = []
    let from = query.days.lowerBound - Office.memory
    try store.forEachHistory(in: .office, asOf: session.now, lost: true) { history in
      let wanted = Set(
        history.facts.filter { $0.day >= from && $0.day <= query.days.upperBound }.map(\.id))
      guard !wanted.isEmpty else { return }
      let name = try store.customer(history.customer)?.name ?? ""
      for record in try store.records(of: history.customer)
      where wanted.contains(record.fact.id) && record.voidedBy == nil {
        guard case .contact(let contact) = record.fact.body, contact.isConversation else {
          continue
        }
        all.append(
          InspectedRecord(
            record: record, contact: contact, customer: history.customer, name: name,
            speaker: record.staff))
      }
    }
    all.sort { Fact.inOrder($0.record.fact, $1.record.fact) }
    let reigns = try store.reigns()
    let calendar = try workCalendar(for: reigns)
    var said: [SaidText: Day] = [:]
    for index in all.indices {
      all[index].marks = marks(all[index], &said, reigns, calendar)
    }
    markBursts(&all)
    return all.filter { entry in
      query.days.contains(entry.record.fact.day)
        && (query.members.map { members in entry.speaker.map(members.contains) ?? false } ?? true)
    }
  }

  private func marks(
    _ entry: InspectedRecord, _ said: inout [SaidText: Day], _ reigns: [Reign],
    _ calendar: WorkCalendar
  ) -> [RecordMark] {
    let fact = entry.record.fact
    let note = entry.record.texts.note ?? ""
    var marks: [RecordMark] = []
    if entry.contact.outcome.counts, note.count < Office.least { marks.append(.thin) }
    if note.count >= Office.least {
      let text = SaidText(speaker: entry.speaker, text: note)
      if let last = said[text], fact.day - last <= Office.memory { marks.append(.copied) }
      said[text] = fact.day
    }
    if entry.contact.channel == .phone, fact.time != nil,
      let hours = reigns.last(where: { $0.from <= fact.day })?.policy.callHours, !hours.isAny
    {
      if case .within = hours.window(at: fact.moment, calendar) {} else { marks.append(.outside) }
    }
    if entry.record.isLate { marks.append(.late) }
    return marks
  }

  private func markBursts(_ all: inout [InspectedRecord]) {
    let (count, minutes) = Office.burst
    let groups = Dictionary(grouping: all.indices.filter { all[$0].record.fact.time != nil }) {
      SaidText(speaker: all[$0].speaker, text: "\(all[$0].record.fact.day)")
    }
    for places in groups.values where places.count >= count {
      for first in 0...(places.count - count) {
        let run = places[first..<first + count]
        let times = run.compactMap { all[$0].record.fact.time.map { Int($0.minute) } }
        guard let begin = times.first, let end = times.last, end - begin <= minutes else {
          continue
        }
        for place in run where !all[place].marks.contains(.burst) {
          all[place].marks.append(.burst)
        }
      }
    }
  }
}

private struct SaidText: Hashable {
  let speaker: StaffID?
  let text: String
}

/// Numbers that look like chance and are the same for the same seed (SplitMix64).
private struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// So many different numbers below `whole`.
  mutating func draw(_ count: Int, of whole: Int) -> ArraySlice<Int> {
    var all = Array(0..<whole)
    let count = min(count, whole)
    for place in 0..<count {
      all.swapAt(place, place + Int(next() % UInt64(whole - place)))
    }
    return all.prefix(count)
  }
}

import Core

/// The words for customers who are told of one thing day by day (分批).
enum WaveMessages {
  /// `分批 qnc-3.3 交房 3#: 共 45 位, 已告知 12, 今天 8; 11-26 9 位, 11-27 8 位; 最迟 11-29`.
  static func share(_ wave: WaveShare, _ engine: Engine, at now: Moment) -> Bilingual {
    let rule = engine.rule(wave.rule).called
    let occasion = DueMessages.occasion(of: wave, engine)
    let later = wave.days.filter { $0.key > now.day }.sorted { $0.key < $1.key }
    let days = later.map { day, count in (DueMessages.shortDay(day, now), count) }
    let due = DueMessages.shortDay(wave.due, now)
    let today = wave.days[now.day] ?? 0
    let zh = days.map { "，\($0.0) \($0.1) 位" }.joined()
    let en = days.map { ", \($0.1) on \($0.0)" }.joined()
    return Bilingual(
      "分批 \(rule.zh) \(occasion.zh)：共 \(wave.total) 位，已告知 \(wave.told)；今天 \(today) 位\(zh)；最迟 \(due)",
      "wave \(rule.en) \(occasion.en): \(wave.total) in all, \(wave.told) told; \(today) today\(en); by \(due)"
    )
  }

  /// Why the list asks for it on that day.
  static func place(
    _ place: WavePlan.Place, _ wave: WaveShare?, at now: Moment
  ) -> Bilingual {
    func short(_ day: Day) -> String { DueMessages.shortDay(day, now) }
    guard let asked = place.asked else {
      return Bilingual(
        "分在 \(short(place.planned))，已不在等", "fell to \(short(place.planned)), no longer waiting")
    }
    let late =
      asked > place.planned
      ? Bilingual("，原分在 \(short(place.planned))", ", put off from \(short(place.planned))")
      : Bilingual("", "")
    let size = wave.map {
      Bilingual(
        "本批共 \($0.total) 位，最迟 \(short($0.due))；", "\($0.total) in all, by \(short($0.due)); ")
    }
    return Bilingual(
      (size?.zh ?? "") + "排在 \(short(asked))" + late.zh,
      (size?.en ?? "") + "this one on \(short(asked))" + late.en)
  }
}

extension DueMessages {
  /// `交房 3#`, `春节`.
  static func occasion(of wave: WaveShare, _ engine: Engine) -> Bilingual {
    switch wave.key {
    case .milestone(let id), .runUp(let id, _):
      let milestone = engine.milestones.first { $0.id == id }
      return milestone.map { WhyMessages.milestone($0, in: engine.vocabulary) }
        ?? Bilingual("节点", "milestone")
    case .festival(let festival, _), .companyHoliday(let festival, _):
      return festival.word(in: engine.vocabulary).bilingual
    case .event, .slot, .birthday, .ofCase, .promise: return Bilingual("", "")
    }
  }

  /// The customer's building, where the occasion is about one, has to be asked for first.
  static let unknownBuilding = Bilingual("楼号不详，先问清", "building unknown: ask first")
}

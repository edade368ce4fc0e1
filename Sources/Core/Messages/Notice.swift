/// A text that is owed to a customer on a day: what the rules with a message ask for, one for each
/// occasion, however many rules and policies ask.
package struct Notice: Sendable {
  /// What it is sent for; see `Engine.occasion`.
  package let occasion: String
  /// The text that is sent.
  package private(set) var template: Template
  /// What stands before and behind it; nil: nothing.
  package private(set) var frame: Frame?
  /// By what means it is sent.
  package let channel: Channel
  /// On what day it is sent.
  package let day: Day
  /// The hour at which to send it.
  package var time: TimeOfDay { hour ?? Notice.usualHour }
  /// What the occasion itself says: its date, its name.
  package let values: [Placeholder: String]
  /// The rules that ask for it.
  package private(set) var rules: [String]
  /// An hour that one of them names; nil: any.
  private var hour: TimeOfDay?

  /// Where no rule names an hour.
  private static let usualHour = TimeOfDay(hour: 10, minute: 0) ?? .midnight

  /// A text that no rule asks for.
  package init(
    occasion: String, template: Template, frame: Frame?, channel: Channel, day: Day,
    values: [Placeholder: String]
  ) {
    self.occasion = occasion
    self.template = template
    self.frame = frame
    self.channel = channel
    self.day = day
    self.values = values
    rules = []
  }

  /// Two rules greet one occasion: the stricter of the two texts, at an hour that suits both.
  fileprivate mutating func merge(_ other: Notice) {
    if other.template.needsApproval, !template.needsApproval {
      template = other.template
      frame = other.frame
    }
    rules += other.rules.filter { !rules.contains($0) }
    if let hour = other.hour { self.hour = max(self.hour ?? hour, hour) }
  }
}

extension Findings {
  /// What is to be sent on those days: what is open already on the first of them, and what opens on
  /// a later one. The pass's days must reach as far.
  /// - Parameter waves: the days that fell to those who are told of one thing day by day; nil: no rule
  ///   spreads its customers, or it does not matter on which day each is told.
  package func notices(on days: ClosedRange<Day>, _ waves: WavePlans?) -> [Notice] {
    let engine = pass.engine
    // The newest takes the place of those before it.
    let promised = (dossier?.promises.last?.to.day).flatMap { $0 < days.lowerBound ? nil : $0 }
    var notices: [Notice] = []
    var series: [(RuleRef, Day)] = []
    for obligation in obligations {
      guard let day = obligation.sendingDay(in: days, from: waveDay(of: obligation, waves)),
        let notice = Notice(obligation, on: day, history, engine, promised: promised)
      else { continue }
      // A series that fell behind is made up for with one text, not with one for each slot.
      if case .slot = obligation.key {
        if series.contains(where: { $0 == (obligation.rule, day) }) { continue }
        series.append((obligation.rule, day))
      }
      if let index = notices.firstIndex(where: { $0.occasion == notice.occasion }) {
        notices[index].merge(notice)
      } else {
        notices.append(notice)
      }
    }
    return notices
  }
}

extension Obligation {
  /// The first of `days` on which it is open; not before the day that fell to it.
  fileprivate func sendingDay(in days: ClosedRange<Day>, from fell: Day?) -> Day? {
    guard status.isOpen || status == .upcoming else { return nil }
    let open = max(opens.day, max(hiddenUntil?.day ?? opens.day, fell ?? opens.day))
    let day = max(days.lowerBound, open)
    guard day <= days.upperBound, day <= due.day || status == .overdue else { return nil }
    return day
  }
}

extension Notice {
  /// Nil where the rule sends nothing for it.
  fileprivate init?(
    _ obligation: Obligation, on day: Day, _ history: History, _ engine: Engine, promised: Day?
  ) {
    guard case .policy(let reign, _) = obligation.rule else { return nil }
    let rule = engine.rule(obligation.rule)
    let policy = engine.reigns[reign].policy
    let name = engine.template(of: rule, for: obligation.key)
    guard let template = policy.templates.first(where: { $0.id == name && $0.kind == .message }),
      let channel = rule.channels.written,
      let occasion = engine.occasion(of: obligation, in: history)
    else { return nil }
    self.occasion = occasion
    self.template = template
    frame = policy.frames.first { $0.addOn == rule.addOn }
    self.channel = channel
    self.day = day
    rules = [rule.id]
    hour = rule.hours.flatMap { $0.from == .midnight ? nil : $0.from }
    values = engine.values(of: obligation, in: history, promised: promised)
  }
}

extension Channels {
  /// By which means to write; nil where nothing written settles it.
  fileprivate var written: Channel? {
    if allowed.isEmpty { return .sms }
    return [Channel.sms, .wechat, .email, .online].first(where: allowed.contains)
  }
}

extension Engine {
  fileprivate func template(of rule: Rule, for key: AnchorKey) -> String {
    let choice = rule.message
    switch key {
    case .milestone(let id), .runUp(let id, _):
      return milestone(id).flatMap { choice.byMilestone[$0.kind] } ?? choice.usual
    case .festival(let festival, _), .companyHoliday(let festival, _):
      return choice.byFestival[festival] ?? choice.usual
    case .event, .slot, .birthday, .ofCase, .promise: return choice.usual
    }
  }

  func milestone(_ id: Int64) -> Milestone? { milestones.first { $0.id == id } }
}

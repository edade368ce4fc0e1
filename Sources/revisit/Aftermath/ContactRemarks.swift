import Core
import Store

/// What a contact is taken with all the same.
enum ContactRemarks {
  /// - Parameter history: what was known before.
  static func all(
    _ contact: Contact, at moment: Moment, of customer: CustomerSummary, _ history: History?
  ) -> [Bilingual] {
    let who = "\(number(customer.id)) \(customer.name)"
    let day = moment.day
    let state = history?.timeline(at: moment).state(on: day)
    var remarks: [Bilingual] = []
    if let first = history?.facts.first?.day, day < first {
      remarks.append(
        Bilingual(
          "\(who) \(first) 才有第一条记录；\(day) 的联系已照记，结不了什么",
          "\(who) was first recorded on \(first); the contact of \(day) is recorded and settles nothing"
        ))
    }
    if state?.doNotContact == true {
      remarks.append(
        Bilingual("\(who) 免打扰；已照记", "\(who) is not to be contacted; recorded all the same"))
    }
    if let next = contact.agreed, let state, state.isStopped {
      let why =
        state.doNotContact ? Bilingual("免打扰", "not to be contacted") : Bilingual("已流失", "lost")
      remarks.append(
        Bilingual(
          "\(who) \(why.zh)，约定 \(next) 不生效，不会列出",
          "\(who) is \(why.en): the day agreed, \(next), is void and on no list"))
    } else if let next = contact.next, contact.agreed == nil {
      remarks.append(
        Bilingual(
          "没有接通，\(next) 不算约定；没做的照旧在名单上",
          "nobody was reached, so \(next) is not agreed; what is open stays on the list"))
    }
    return remarks
  }
}

/// Refuses options of which only one can hold.
///
/// - Parameter options: each by the name that was typed, with whether it was.
func refuseConflicts(_ options: (name: String, isGiven: Bool)...) throws(Failure) {
  let given = options.filter(\.isGiven)
  if given.count > 1 { throw .usage(.conflict(given[0].name, given[1].name)) }
}

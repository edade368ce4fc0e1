import Core
import Glibc
import PolicyFiles
import SQLite
import Store

/// The table that a program keeps which stores what is due: a row a customer, found by an index.
struct StoredDue {
  let path: String
  /// Rows of the consultant's list.
  let listed: Int

  /// Fills the table with what the engine says.
  init(_ office: SampleOffice, path: String) throws {
    self.path = path
    let isNew = access(path, F_OK) != 0
    if isNew { try StoredDue.make(office, at: path) }
    let connection = try Connection(path: path, .readOnly)
    listed =
      try connection.first(
        "SELECT count(*) FROM due WHERE owner = ? AND opens <= ?", .text(office.consultant),
        .text("\(office.today)")
      ) { $0.int(0) } ?? 0
  }

  func query(_ office: SampleOffice) -> String {
    """
    SELECT * FROM due WHERE owner = '\(office.consultant)' AND opens <= '\(office.today)'
    ORDER BY due
    """
  }

  private static func make(_ office: SampleOffice, at path: String) throws {
    let draft = path + ".draft"
    close(open(draft, O_CREAT | O_TRUNC | O_RDWR, 0o600))
    let connection = try Connection(path: draft, .readWrite)
    try connection.execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE due (customer INTEGER PRIMARY KEY, owner TEXT, name TEXT, phone TEXT,
        stage TEXT, grade TEXT, status TEXT, opens TEXT, due TEXT, days_overdue INTEGER,
        channel TEXT, rules TEXT)
      """)
    let store = try Store.open(at: office.path, readOnly: true, policies: PolicyForm.coding)
    let engine = Engine(reigns: try store.reigns(), milestones: try store.milestones())
    try connection.immediate {
      try store.forEachHistory(in: .office, asOf: Moment(office.today)) { history in
        try add(history, engine, office, store, to: connection)
      }
    }
    try connection.execute("CREATE INDEX due_by_owner ON due (owner, opens)")
    guard rename(draft, path) == 0 else { throw BenchError.failed("rename \(path)") }
  }

  private static func add(
    _ history: History, _ engine: Engine, _ office: SampleOffice, _ store: Store,
    to connection: Connection
  ) throws {
    let entry = engine.agenda(of: history, at: Moment(office.today))
    var line: AgendaLine?
    if case .line(let listed) = entry { line = listed }
    let name = try store.customer(history.customer)?.name ?? ""
    let phone = try store.phones(of: history.customer).first ?? ""
    try connection.run(
      "INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", .integer(history.customer),
      .string(line?.state.owner.map(SampleOffice.name)), .text(name), .text(phone),
      .string(line?.state.stage.chinese), .string(line?.state.grade?.name),
      .string(line.map { $0.strictest.standing == .overdue ? "overdue" : "due" }),
      .string(line.map { "\($0.strictest.opens.day)" }),
      .string(line.map { "\($0.strictest.due)" }), .int(line?.strictest.daysOverdue),
      .string(line?.channel.chinese),
      .string(line?.reasons.map { engine.rule($0.rule).id }.joined(separator: " ")))
  }
}

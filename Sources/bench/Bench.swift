import Core
import Glibc
import Store

/// One run of the bench.
struct Bench {
  let options: Options
  let office: SampleOffice
  let small: SampleOffice
  let works: Works

  init(_ options: Options, today: Day) {
    self.options = options
    func office(_ customers: Int) -> SampleOffice {
      SampleOffice(
        seed: options.seed, customers: customers, today: today, policies: options.policies,
        path: "\(options.folder)/\(customers)-\(options.seed)-"
          + "\(options.policies.joined(separator: "+")).db")
    }
    self.office = office(options.customers)
    small = office(10_000)
    let binaries = Files.ownFolder()
    let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : options.folder
    works = Works(
      binaries: binaries, folder: options.folder, discard: memory + "/revisit-bench-\(getpid())",
      office: self.office, meter: Meter(path: binaries + "/CBaseline"), scale: options.scale)
  }

  func run() throws {
    mkdir(options.folder, 0o700)
    try office.make()
    let sqlite = try works.meter.output(of: ["sqlite3", "--version"]).prefix { $0 != " " }
    Files.say("machine: \(try machine()); SQLite \(sqlite)\n\n" + Summary.head)
    try compare()
    if options.wants("engine") {
      let share = try EngineShare(office)
      Files.say("\n" + share.text + Summary.size(office, facts: share.facts))
    }
  }

  private func compare() throws {
    if options.wants("start-up") { try show(works.startUp) }
    if options.wants("due") {
      let stored = try StoredDue(office, path: works.file("due.db"))
      try show(works.due(stored, format: "table"))
      try show(works.due(stored, format: "csv"))
    }
    if options.wants("growth") {
      try small.make()
      try show(works.dueGrowth(from: small))
    }
    if options.wants("daily") {
      defer { try? Files.removeFolder(works.discard) }
      try show(works.recompute)
      try show(works.daily)
    }
    if options.wants("report") { try show(works.report) }
    if options.wants("log") { try show(works.log) }
    if options.wants("import") {
      let ledger = works.file("ledger.csv")
      try office.writeLedger(to: ledger)
      try show(works.load(ledger))
    }
  }

  private func show(_ pair: Pair) throws {
    Files.say(Summary.line(try PairResult(pair)))
  }

  private func machine() throws -> String {
    let model = try works.meter.output(of: ["grep", "-m1", "model name", "/proc/cpuinfo"])
    let name = model.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? "?"
    return
      "\(name.split(separator: "\n").first ?? "?"), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores"
  }
}

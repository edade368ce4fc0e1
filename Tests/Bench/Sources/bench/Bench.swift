import Core
import Glibc

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
    let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : options.folder
    let baseline = Files.ownFolder() + "/CBaseline"
    works = Works(
      revisit: options.program, baseline: baseline, folder: options.folder,
      discard: memory + "/revisit-bench-\(getpid())", office: self.office,
      meter: Meter(path: baseline), scale: options.scale)
  }

  func run() throws {
    mkdir(options.folder, 0o700)
    try office.make()
    let sqlite = try works.meter.output(of: ["sqlite3", "--version"]).prefix { $0 != " " }
    let program = (Double(Files.size(options.program)) / 1e6).fixed(1)
    Files.say(
      "machine: \(try machine()); SQLite \(sqlite); \(options.program): \(program) MB\n\n"
        + Summary.head)
    try compare()
    Files.say("\n" + Summary.size(office, facts: try facts()))
  }

  private func compare() throws {
    for (name, pairs) in groups where options.wants(name) {
      for pair in try pairs() { Files.say(Summary.line(try PairResult(pair))) }
    }
  }

  /// The works by the names that `--only` takes.
  private var groups: [(name: String, pairs: () throws -> [Pair])] {
    [
      ("start-up", { [works.startUp, works.milestones] }),
      (
        "due",
        {
          let stored = try StoredDue(office, at: works.file("due.db"), works)
          return ["table", "csv"].map { works.due(stored, format: $0) }
        }
      ),
      (
        "growth",
        {
          try small.make()
          return [works.dueGrowth(from: small)]
        }
      ),
      ("daily", { [works.recompute, works.recomputeWithTexts, works.daily] }),
      ("report", { [works.report] }),
      ("memory", { [works.doctor, works.draft, works.outbox] }),
      ("log", { [works.log] }),
      (
        "import",
        {
          let ledger = works.file("ledger.csv")
          try office.writeLedger(to: ledger)
          return [works.load(ledger)]
        }
      ),
    ]
  }

  private func facts() throws -> Int {
    let count = try works.meter.output(of: ["sqlite3", office.path, "SELECT count(*) FROM fact"])
    return Int(count.prefix { $0.isNumber }) ?? 0
  }

  private func machine() throws -> String {
    let model = try works.meter.output(of: ["grep", "-m1", "model name", "/proc/cpuinfo"])
    let name = model.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? "?"
    return
      "\(name.split(separator: "\n").first ?? "?"), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores"
  }
}

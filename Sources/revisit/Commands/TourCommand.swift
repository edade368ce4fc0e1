import ArgumentParser
import Core
import Glibc

struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "tour", "两分钟走一遍：早上、记一次、为什么、一周  Two minutes with a training office.",
    examples: "revisit tour", "revisit tour --no-wait")

  @OptionGroup var common: CommonOptions
  @Flag(help: "一口气走完，不等回车  Go on without waiting for Enter.") var noWait = false

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var options = common
    options.database = folder.path + "/tour.db"
    let session = try Session(options).inSample()
    try SampleOffice.make(
      at: session.databasePath, today: session.today, office: session.say("演练案场", "training"),
      isForTraining: true)
    let isWaiting = !noWait && isatty(STDIN_FILENO) == 1
    let steps = TourMessages.steps(
      of: SampleOffice.consultants[0], with: SampleOffice.explained, session.language)
    for (index, step) in steps.enumerated() {
      try session.answer("\n\(index + 1)/\(steps.count)  \(session.say(step.told))\n")
      try session.answer("$ revisit \(step.shown)\n")
      try carryOut(step, session.inSample(as: step.user))
      if isWaiting, index + 1 < steps.count {
        try session.answer(session.say("（回车继续）", "(Enter goes on)"))
        guard readLine() != nil else { break }
      }
    }
    try session.answer("\n" + session.say(TourMessages.end) + "\n")
  }

  private func carryOut(_ step: TourMessages.Step, _ session: Session) throws {
    let command = try CommandTree.parse(step.words)
    try session.inOffice(readOnly: false) { office in
      if let reads = command as? any ReadsOffice { try reads.run(in: office) }
      if let changes = command as? any ChangesOffice { try changes.run(in: office) }
    }
  }
}

import Core
import Glibc
import Store

// How long the program takes, against named baselines on the same machine in the same run:
//
//   apt-get install sqlite3 libsqlite3-dev
//   swift build -c release -Xswiftc -static-executable
//   .build/release/bench --customers 1000000
//
// A fully static program starts in half the time of --static-swift-stdlib (2.6 ms against 5.4 ms of
// processor time). The offices are made once from a seed and kept in --folder (1M customers: about
// 700 MB, and as much again while log and import are measured). On a machine that others use too,
// the ratio of processor times is the steadier one.

guard let options = Options(Array(CommandLine.arguments.dropFirst())),
  let today = Day(year: 2026, month: 11, day: 5)
else {
  Files.say(Options.usage, to: 2)
  exit(64)
}

do {
  try Bench(options, today: today).run()
} catch {
  Files.say("bench: \(error)\n", to: 2)
  exit(70)
}

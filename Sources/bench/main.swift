import Core
import Glibc
import Store

// How long the program takes, against named baselines on the same machine in the same run:
//
//   apt-get install sqlite3 libsqlite3-dev
//   swift build -c release --static-swift-stdlib
//   .build/release/bench --customers 1000000
//
// The offices are made once from a seed and kept in --folder (1M customers: about 500 MB).

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

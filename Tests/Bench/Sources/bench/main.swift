import Core
import Glibc

// How long the program takes, against named baselines on the same machine in the same run:
//
//   swift build -c release --package-path Tests/Bench
//   Tests/Bench/.build/release/bench --customers 1000000
//
// It measures the program that the README installs, or another one (`--program FILE`); the
// baselines need sqlite3. The offices are made once from a seed and kept in --folder (1M customers:
// about 700 MB, and as much again while log and import are measured). On a machine that others use
// too, the ratio of processor times is the steadier one.

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

import Core

/// Why the database cannot be used.
enum DatabaseFault: Hashable, Sendable {
  case missing
  case exists
  case noFolder
  /// Not a regular file, or one that another program wrote.
  case foreign
  case newer(Int)
  /// Of an older format, and the command only reads.
  case older(Int, ours: Int)
  case cannotCreate(String)
  case damaged(String)
  case busy
  case readable
  case denied
  case full
  case failed(String)
}

/// Why a file cannot be read or written.
enum FileFault: Hashable, Sendable {
  case missing
  case notAFile
  case denied
  case exists
  case cannotCreate(String)
  case unreadable(String)
  case unwritable(String)
  /// The batch stands, but its file could not get its name.
  case batchUnwritten(Int, String)
}

enum SystemFault: Hashable, Sendable {
  case clock
  /// Whoever read stdout has gone: nothing is wrong, nothing is said.
  case closed
  /// Nothing more could be written to stdout; `recorded`: what the command did stands.
  case output(String, recorded: Bool)
  /// Something that cannot happen.
  case bug(String)
}

/// What is wrong with a line of the settings.
enum SettingFault: Hashable, Sendable {
  case unknownKey(String)
  case noValue(String)
}

import CStart
import Glibc

/// What whoever started the program could do with files by themselves. Through sudo the program runs as
/// the database's user, and must not read or write for its caller what the caller could not.
struct FileAccess: Sendable {
  /// Nil: the program runs as its caller, and the system itself looks.
  private let caller: (user: uid_t, groups: [gid_t])?

  /// Of this process. `SUDO_UID` is believed whatever it says: it can only take something away.
  static func ofProcess(_ environment: Environment = .ofProcess()) -> FileAccess {
    FileAccess(caller: environment.sudoer.map { ($0, SystemFile.groups(of: $0)) })
  }

  /// Throws unless the caller may read the file; whether there is one is not told either. Standard input
  /// (`-`) is the caller's own.
  func checkReading(_ path: String) throws(Failure) {
    guard caller != nil, path != "-" else { return }
    guard let real = FileAccess.real(path), passesFolders(of: real), grants(real, S_IROTH) else {
      throw .file(path: path, .denied)
    }
  }

  func mayRead(_ path: String) -> Bool { (try? checkReading(path)) != nil }

  /// Throws unless the caller may make that file, or write over the one that is there.
  func checkWriting(_ path: String) throws(Failure) {
    guard caller != nil else { return }
    let parts = path.split(separator: "/").dropLast()
    let start = path.hasPrefix("/") ? "/" : "./"
    let folder = FileAccess.real(start + parts.joined(separator: "/"))
    guard let folder, passesFolders(of: folder + "/"), grants(folder, S_IWOTH | S_IXOTH) else {
      throw .file(path: path, .denied)
    }
    guard let real = FileAccess.real(path) else { return }
    guard passesFolders(of: real), grants(real, S_IWOTH) else {
      throw .file(path: path, .denied)
    }
  }

  /// Where it lies when all links are followed; nil where nothing lies there.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether every folder on the way lets the caller pass.
  private func passesFolders(of path: String) -> Bool {
    path.indices.filter { path[$0] == "/" }.allSatisfy { end in
      grants(end == path.startIndex ? "/" : String(path[..<end]), S_IXOTH)
    }
  }

  /// Whether the mode gives the caller all of `bits`, written as those of others. Of a file with an access
  /// list the mode does not say, so it gives nothing.
  private func grants(_ path: String, _ bits: mode_t) -> Bool {
    var status = stat()
    guard let caller, lstat(path, &status) == 0 else { return false }
    guard getxattr(path, "system.posix_acl_access", nil, 0) < 0 else { return false }
    let shift: mode_t =
      status.st_uid == caller.user ? 6 : caller.groups.contains(status.st_gid) ? 3 : 0
    return status.st_mode >> shift & bits == bits
  }
}

extension SystemFile {
  /// The groups that the system's lists give a user.
  static func groups(of user: uid_t) -> [gid_t] {
    guard let row = row(ofUser: user) else { return [] }
    let others = rows("/etc/group").filter { group in
      group.count > 3 && group[3].split(separator: ",").contains { $0 == row[0] }
    }
    return ([row[3]] + others.map { $0[2] }).compactMap { gid_t($0) }
  }
}

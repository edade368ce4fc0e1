import CStart
import Glibc

/// Opens a file or a folder of the program's own to users of the system, for reading alone.
///
/// The access list that the file system keeps beside the mode (acl(5)) does it; where it keeps none, a
/// single user's own group, if nobody else is in it but whoever runs the program.
enum AccessList {
  /// False where neither can be done.
  static func open(_ descriptor: Int32, to users: [uid_t]) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    let others = users.filter { $0 != status.st_uid }
    if others.isEmpty { return true }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    var list = entries(isFolder: isFolder, others)
    if fsetxattr(descriptor, "system.posix_acl_access", &list, list.count, 0) == 0 { return true }
    guard others.count == 1,
      let group = SystemFile.ownGroup(of: others[0], besides: status.st_uid)
    else { return false }
    return fchown(descriptor, uid_t.max, group) == 0
      && fchmod(descriptor, isFolder ? 0o750 : 0o640) == 0
  }

  /// In the kernel's form: its version, then each entry's tag, rights and user, the lowest byte first.
  /// The owner keeps what they need, the users may read, nobody else anything.
  private static func entries(isFolder: Bool, _ users: [uid_t]) -> [UInt8] {
    let (own, read): (UInt16, UInt16) = isFolder ? (7, 5) : (6, 4)
    var list = bytes(UInt32(2))
    func add(_ tag: UInt16, _ rights: UInt16, _ user: UInt32 = .max) {
      list += bytes(tag) + bytes(rights) + bytes(user)
    }
    add(0x01, own)
    for user in Set(users).sorted() { add(0x02, read, user) }
    add(0x04, 0)
    add(0x10, read)
    add(0x20, 0)
    return list
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

extension SystemFile {
  /// The number of the user with that login.
  static func user(_ login: String) -> uid_t? {
    rows("/etc/passwd").first { $0.first == login && $0.count > 2 }.flatMap { uid_t($0[2]) }
  }

  /// The user's group where nobody else is in it, `other` aside.
  fileprivate static func ownGroup(of user: uid_t, besides other: uid_t) -> gid_t? {
    let users = rows("/etc/passwd").filter { $0.count > 3 }
    guard let row = users.first(where: { uid_t($0[2]) == user }) else { return nil }
    let names = users.filter { [user, other].contains(uid_t($0[2])) }.map { $0[0] }
    let members = rows("/etc/group").filter { $0.count > 3 && $0[2] == row[3] }
      .flatMap { $0[3].split(separator: ",").map(String.init) }
    let isShared = users.contains { $0[3] == row[3] && !names.contains($0[0]) }
    return isShared || members.contains { !names.contains($0) } ? nil : gid_t(row[3])
  }
}

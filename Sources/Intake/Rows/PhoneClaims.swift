/// The phones of a file and the lines that have them.
///
/// A table of its own with open addressing: a file may have millions of numbers, and twelve bytes
/// a slot keep them in a third of the memory that a dictionary takes.
struct PhoneClaims {
  /// A number as an integer, 0 in a free slot.
  private var keys: [UInt64] = []
  /// The line that has it; negative if that row was refused.
  private var lines: [Int32] = []
  private var count = 0

  /// What is to be said of a row with these phones: `phoneRepeated` if an accepted row has one of
  /// them, `duplicatePhone` if only a refused one has.
  func problem(of phones: [String]) -> (code: ProblemCode, earlier: Int)? {
    var remark: (ProblemCode, Int)?
    for phone in phones {
      guard let line = line(of: PhoneClaims.key(phone)) else { continue }
      if line > 0 { return (.phoneRepeated, Int(line)) }
      remark = remark ?? (.duplicatePhone, -Int(line))
    }
    return remark
  }

  mutating func claim(_ phones: [String], line: Int, isAccepted: Bool) {
    let line = Int32(clamping: max(1, line))
    for phone in phones {
      let key = PhoneClaims.key(phone)
      if isAccepted {
        set(key, line)
      } else if self.line(of: key) == nil {
        set(key, -line)
      }
    }
  }

  /// A number of up to 17 digits, or a landline with its extension, as an integer; the 1 in front keeps
  /// leading zeros apart, and the dash counts as no digit does.
  private static func key(_ number: String) -> UInt64 {
    number.utf8.reduce(1) { $0 &* 10 &+ UInt64($1 & 0xF) }
  }
}

// MARK: - The table

extension PhoneClaims {
  private func line(of key: UInt64) -> Int32? {
    guard !keys.isEmpty else { return nil }
    let slot = slot(of: key)
    return keys[slot] == key ? lines[slot] : nil
  }

  private mutating func set(_ key: UInt64, _ line: Int32) {
    if count * 5 >= keys.count * 4 { grow() }
    let slot = slot(of: key)
    if keys[slot] != key { count += 1 }
    keys[slot] = key
    lines[slot] = line
  }

  /// Where the key stands, or the free slot where it would. The table is never full.
  private func slot(of key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(mixed.multipliedFullWidth(by: UInt64(keys.count)).high)
    while keys[slot] != key, keys[slot] != 0 { slot = slot + 1 == keys.count ? 0 : slot + 1 }
    return slot
  }

  /// Makes room for so many numbers at once: to grow step by step holds two tables at a time.
  mutating func reserve(_ numbers: Int) {
    if numbers / 4 * 5 > keys.count { resize(to: numbers / 4 * 5) }
  }

  private mutating func grow() { resize(to: max(64, keys.count + keys.count / 2)) }

  private mutating func resize(to size: Int) {
    let (oldKeys, oldLines) = (keys, lines)
    keys = [UInt64](repeating: 0, count: size)
    lines = [Int32](repeating: 0, count: size)
    for (key, line) in zip(oldKeys, oldLines) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      lines[slot] = line
    }
  }
}

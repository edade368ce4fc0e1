import Core

/// Reads or writes a sequence of values as bytes, by one description of their order for both
/// directions, so that the two cannot differ.
///
/// Numbers are zigzag varints, texts their length and UTF-8. Reading damaged bytes never traps: it
/// leaves the values as they are and sets `hasFailed`.
struct FormCoder {
  private(set) var bytes: [UInt8]
  private var position = 0
  let isReading: Bool
  let version: UInt64
  private(set) var hasFailed = false
  /// The names of declared words; reading adds those that are not there.
  var vocabulary: Vocabulary

  init(version: UInt64, _ vocabulary: Vocabulary = Vocabulary()) {
    bytes = []
    self.vocabulary = vocabulary
    isReading = false
    self.version = version
  }

  init(
    reading bytes: some Sequence<UInt8>, version: UInt64, _ vocabulary: Vocabulary = Vocabulary()
  ) {
    self.vocabulary = vocabulary
    self.bytes = Array(bytes)
    isReading = true
    self.version = version
  }

  /// Whether all bytes have been read, and none was missing.
  var isComplete: Bool { !hasFailed && position == bytes.count }

  /// What has not been read yet.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// A value that forms before `first` lack: read from them it keeps what it is without.
  mutating func since(_ first: UInt64, _ body: (inout FormCoder) -> Void) {
    if version >= first { body(&self) }
  }

  mutating func fail() {
    hasFailed = true
    position = bytes.count
  }
}

// MARK: - Plain values

extension FormCoder {
  mutating func code(_ number: inout UInt64) {
    guard isReading else { return write(number) }
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard position < bytes.count else { return fail() }
      let byte = bytes[position]
      position += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        number = result
        return
      }
    }
    fail()
  }

  private mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func code(_ number: inout Int) {
    var zigzag = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    code(&zigzag)
    number = Int(truncatingIfNeeded: zigzag >> 1) ^ -Int(zigzag & 1)
  }

  mutating func code(_ flag: inout Bool) {
    var number: UInt64 = flag ? 1 : 0
    code(&number)
    if number > 1 { fail() }
    flag = number == 1
  }

  mutating func code(_ text: inout String) {
    guard isReading else {
      write(UInt64(text.utf8.count))
      return bytes.append(contentsOf: text.utf8)
    }
    let count = length()
    let end = position + count
    text = String(decoding: bytes[position..<end], as: UTF8.self)
    position = end
  }

  /// A number of things each of which takes a byte at least.
  private mutating func length() -> Int {
    var count: UInt64 = 0
    code(&count)
    guard count <= UInt64(bytes.count - position) else {
      fail()
      return 0
    }
    return Int(count)
  }
}

// MARK: - Values made of others

/// A value of one of several cases. New ones go to the end.
protocol Choice {
  /// Every case once, with what it is read into.
  static var blanks: [Self] { get }
  /// The place of the case among `blanks`.
  var place: Int { get }
}

extension FormCoder {
  /// - Parameter blank: what an element is read into.
  mutating func code<T>(_ list: inout [T], blank: T, _ element: (inout FormCoder, inout T) -> Void)
  {
    guard isReading else {
      write(UInt64(list.count))
      for var item in list { element(&self, &item) }
      return
    }
    list = []
    for _ in 0..<length() {
      var item = blank
      element(&self, &item)
      list.append(item)
    }
  }

  mutating func code<T>(_ value: inout T?, blank: T, _ some: (inout FormCoder, inout T) -> Void) {
    var isPresent = value != nil
    code(&isPresent)
    guard isPresent else {
      value = nil
      return
    }
    var item = value ?? blank
    some(&self, &item)
    value = item
  }

  /// One of several cases: its place among them.
  mutating func choose<T: Choice>(_ value: inout T) {
    choose(&value, among: T.blanks) { $0.place }
  }

  /// One of several cases: its place among `cases`, whose values are what each is read into.
  mutating func choose<T>(_ value: inout T, among cases: [T], place: (T) -> Int) {
    var index = place(value)
    code(&index)
    guard cases.indices.contains(index) else { return fail() }
    if isReading { value = cases[index] }
  }
}

import CYaml

/// A place in a text, both from 1; columns count Unicode scalars.
struct YAMLMark: Hashable, Sendable {
  var line: Int
  var column: Int
}

/// A piece of a YAML text as it was written, without YAML's readings of `12:30` or `no`.
struct YAMLEvent: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Without its quotes.
    case scalar(String, isQuoted: Bool)
    /// What follows up to the `end` that belongs to it is in it: items, or keys and values by turns.
    case list, map
    case end
    /// `*name`.
    case alias
    case documentStart, documentEnd, streamStart, streamEnd
  }

  let kind: Kind
  let mark: YAMLMark
  /// An anchor `&name` stands before it; `mark` is the place of the `&`.
  let isAnchored: Bool
}

/// Why a text is no YAML that we take, in the parser's words.
struct YAMLFault: Error, Hashable, Sendable {
  let problem: String
  let mark: YAMLMark

  /// Lists and maps stand within one another beyond what the parser takes (1,000 levels).
  var isTooDeep: Bool { problem.hasPrefix("Maximum nesting level") }
}

/// The pieces of a text, one after another, from the parser within Yams. The nodes of Yams itself
/// will not do: building them stops at the first repeated key, and tells no place of the second.
struct YAMLEvents: ~Copyable {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next piece; `streamEnd` is the last.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private func fault() -> YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    let isCharacter = parser.pointee.error == YAML_READER_ERROR
    let mark = isCharacter ? place(of: parser.pointee.problem_offset) : nil
    return YAMLFault(problem: problem, mark: mark ?? YAMLMark(parser.pointee.problem_mark))
  }

  /// Where that byte stands: of a character that cannot be the parser tells nothing else.
  private func place(of offset: Int) -> YAMLMark {
    let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
    let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return YAMLMark(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    mark = YAMLMark(event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted =
        scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
        || scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
      kind = .scalar(String(decoding: text, as: UTF8.self), isQuoted: isQuoted)
      isAnchored = scalar.anchor != nil
    case YAML_SEQUENCE_START_EVENT:
      (kind, isAnchored) = (.list, event.data.sequence_start.anchor != nil)
    case YAML_MAPPING_START_EVENT:
      (kind, isAnchored) = (.map, event.data.mapping_start.anchor != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: (kind, isAnchored) = (.end, false)
    case YAML_ALIAS_EVENT: (kind, isAnchored) = (.alias, false)
    case YAML_DOCUMENT_START_EVENT: (kind, isAnchored) = (.documentStart, false)
    case YAML_DOCUMENT_END_EVENT: (kind, isAnchored) = (.documentEnd, false)
    case YAML_STREAM_START_EVENT: (kind, isAnchored) = (.streamStart, false)
    default: (kind, isAnchored) = (.streamEnd, false)
    }
  }
}

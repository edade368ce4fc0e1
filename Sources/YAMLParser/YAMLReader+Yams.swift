package import YAML
import Yams

extension YAMLReader {
  /// Parses in this process, through the nodes of Yams and their marks alone.
  package static let inProcess = YAMLReader { text in
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return .failure(.empty) }
      return .success(YAMLNode(node))
    } catch {
      return .failure(YAMLFault(error))
    }
  }
}

extension YAMLNode {
  fileprivate init(_ node: Node) {
    let mark = YAMLMark(node.mark)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      self.init(.scalar(scalar.string, isQuoted: isQuoted), at: mark)
    case .sequence(let sequence): self.init(.list(sequence.map { YAMLNode($0) }), at: mark)
    case .mapping(let mapping):
      let pairs = mapping.map { YAMLPair(key: YAMLNode($0.key), value: YAMLNode($0.value)) }
      self.init(.map(pairs), at: mark)
    case .alias: self.init(.scalar("", isQuoted: false), at: mark)
    }
  }
}

extension YAMLMark {
  fileprivate init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}

extension YAMLFault {
  fileprivate init(_ error: any Error) {
    switch error {
    case YamlError.duplicatedKeysInMapping(let names, let context):
      self = .repeatedKey(names.first ?? "", first: YAMLMark(context.mark))
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      self = .syntax(problem, at: YAMLMark(mark))
    case YamlError.reader(let problem, let offset, _, _):
      self = .character(problem, offset: offset ?? 0)
    default: self = .unreadable
    }
  }
}

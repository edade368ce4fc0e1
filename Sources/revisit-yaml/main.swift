import Glibc
import YAML
import YAMLParser

// Reads YAML from standard input and writes its nodes in the form of `YAMLForm`. `revisit` runs it
// to read policy files; nobody else needs it.

var text: [UInt8] = []
var buffer = [UInt8](repeating: 0, count: 1 << 16)
while true {
  let count = read(0, &buffer, buffer.count)
  if count == 0 { break }
  if count < 0, errno == EINTR { continue }
  guard count > 0 else { exit(74) }
  text += buffer[..<count]
}

let answer = YAMLForm.encode(YAMLReader.inProcess.read(String(decoding: text, as: UTF8.self)))
var written = 0
while written < answer.count {
  let count = answer.withUnsafeBytes { bytes in
    write(1, bytes.baseAddress.map { $0 + written }, bytes.count - written)
  }
  if count < 0, errno == EINTR { continue }
  guard count > 0 else { exit(74) }
  written += count
}

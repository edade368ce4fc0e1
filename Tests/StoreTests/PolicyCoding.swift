import PolicyFiles
@testable import Store

// Offices of tests keep their policies as the program does.

extension Store {
  static func open(at path: String, readOnly: Bool = false) throws -> Store {
    try open(at: path, readOnly: readOnly, policies: PolicyForm.coding)
  }

  static func create(
    at path: String, makingFolders: Bool = true, _ operation: Operation,
    _ body: (Transaction) throws -> Void
  ) throws -> Store {
    try create(
      at: path, makingFolders: makingFolders, policies: PolicyForm.coding, operation, body)
  }
}

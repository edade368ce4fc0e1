import Core
import Glibc
import Store

extension Failure {
  /// What the store refuses, as a failure of the command. `path`: the database.
  init(_ error: StoreError, path: String) {
    switch error {
    case .notFound(let path): self = .database(path: path, .missing)
    case .exists(let path): self = .database(path: path, .exists)
    case .cannotCreate(let path, let number):
      self = .database(path: path, number == ENOENT ? .noFolder : .cannotCreate(reason(number)))
    case .notADatabase(let path, _): self = .database(path: path, .foreign)
    case .newerSchema(let path, let version):
      self = .database(path: path, .newer(version))
    case .olderSchema(let path, let version):
      self = .database(path: path, .older(version, ours: Store.schemaVersion))
    case .truncated(let path): self = .database(path: path, .damaged("truncated"))
    case .corrupt(let detail): self = .database(path: path, .damaged(detail))
    case .unreadablePolicy(let id): self = .database(path: path, .damaged("policy \(id)"))
    case .worldAccessible(let path, _): self = .database(path: path, .readable)
    case .denied(let path): self = .database(path: path, .denied)
    case .busy: self = .database(path: path, .busy)
    case .full: self = .database(path: path, .full)
    case .io(let code, let number):
      self = .database(path: path, .failed(number == 0 ? "SQLite \(code)" : reason(number)))
    case .unexpected(let code, let message, _):
      self = .system(.bug("SQLite \(code) \(message)"))
    case .noSuchCustomer(let id): self = .lookup(.noCustomer(number(id), nearest: nil))
    case .noSuchFact(let id): self = .lookup(.noFact("\(id)"))
    case .phoneTaken(let phone, let owner):
      self = .refusal(.phoneTaken(masked(phone), by: number(owner)))
    case .staffNameTaken(let name): self = .refusal(.staffExists(name))
    case .loginTaken(let login): self = .refusal(.loginTaken(login))
    case .merged(let id, let other): self = .refusal(.merged(number(id), into: number(other)))
    case .cannotMergeWithItself(let id): self = .refusal(.mergeWithItself(number(id)))
    case .familyFull(let id): self = .refusal(.familyFull(number(id)))
    case .alreadyVoided(let id, _): self = .refusal(.alreadyVoided("\(id)"))
    case .notUndoable, .alreadyUndone: self = .refusal(.nothingToUndo(others: nil))
    case .undoBlocked(let op, let blocker):
      self = .refusal(.undoBlocked(nil, by: op.told, blocker.words))
    case .tokenReused(let token, let op):
      self = .refusal(.tokenReused(token, by: op.told))
    case .noSuchEntry(let id): self = .lookup(.noEntry("\(id)"))
    case .monthClosed(let first):
      self = .refusal(.monthClosed(String("\(first)".dropLast(3))))
    case .notClosable(let id): self = .refusal(.notClosable("\(id)"))
    case .messageSent(let id): self = .refusal(.messageSent("\(id)"))
    case .messageHandedOut(let id): self = .refusal(.messageHandedOut("\(id)"))
    case .undeclaredWord(let word): self = .system(.bug("term \(word)"))
    case .wordTaken(let word): self = .refusal(.wordTaken(word))
    case .noSuchStaff(let id): self = .system(.bug("staff \(id)"))
    case .noSuchOp(let id): self = .system(.bug("op \(id)"))
    }
  }
}

/// `No space left on device`.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

extension OpSummary {
  /// `李明 2026-11-05 10:20 log`.
  var told: String { "\(user) \(recorded) \(command)" }
}

extension Blocker {
  var words: Bilingual {
    switch self {
    case .voidedFact(let id):
      Bilingual("其中的记录 \(id) 已作废", "record \(id) of it was voided")
    case .laterFact(let id, let customer):
      Bilingual(
        "\(number(customer)) 已有后来的记录 \(id)", "\(number(customer)) has the later record \(id)")
    case .laterProfile(let customer):
      Bilingual(
        "\(number(customer)) 的资料后来改过", "the profile of \(number(customer)) was edited later")
    case .merged(let customer):
      Bilingual("\(number(customer)) 已合并", "\(number(customer)) was merged")
    case .phoneInUse(let phone, let customer):
      Bilingual(
        "\(masked(phone)) 现属 \(number(customer))", "\(masked(phone)) is now \(number(customer))'s")
    case .staffInUse: Bilingual("该员工已有记录", "the member of staff has records")
    case .laterEntry(let id):
      Bilingual("台账 \(id) 用到它", "entry \(id) of the ledger rests on it")
    case .laterStep(let id):
      Bilingual("短信 \(id) 已批准、排队或发出", "message \(id) was approved, queued or sent")
    case .changed: Bilingual("后来又改过", "it was changed later")
    }
  }
}

extension Migrated {
  /// Told by the command that did it on its way.
  var told: Bilingual {
    Bilingual(
      "数据库已从格式 \(from) 升级到格式 \(to)；原来的留在 \(backup)",
      "the database was brought from format \(from) to format \(to); as it was it lies in \(backup)"
    )
  }
}

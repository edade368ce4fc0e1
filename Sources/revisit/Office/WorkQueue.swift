import Core
import Store
import Synchronization

/// Pieces of one work for several threads, each given out once.
final class WorkQueue<Element: Sendable>: Sendable {
  private let elements: [Element]
  private let given = Atomic(0)

  init(_ elements: [Element]) { self.elements = elements }

  /// The next piece that nobody has taken.
  func next() -> Element? {
    let index = given.add(1, ordering: .relaxed).oldValue
    return index < elements.count ? elements[index] : nil
  }

  /// Leaves the rest undone.
  func drop() { given.store(elements.count, ordering: .relaxed) }
}

extension Office {
  /// So few customers are sooner read than a second thread and connection are made.
  static let littleWork = 1024

  /// Does a work in parts on two threads, each with an office of its own before the same state of the
  /// file; where the office is small, on one. Returns what each made of the parts it took.
  ///
  /// The thread that fails has the other one stop at its next part.
  func inParallel<Part: Sendable, Share: Sendable>(
    _ parts: [Part], _ work: @escaping @Sendable (Office, WorkQueue<Part>) throws -> Share
  ) throws -> [Share] {
    let queue = WorkQueue(parts)
    guard try store.customerRange()?.count ?? 0 > Office.littleWork else {
      return [try work(self, queue)]
    }
    let (session, worker) = (session, worker)
    let share: @Sendable (Store) throws -> Share = { store in
      do {
        return try work(Office(session: session, store: store, worker: worker), queue)
      } catch {
        queue.drop()
        throw error
      }
    }
    let (here, there) = try store.inParallel(share, share)
    return [here, there]
  }
}

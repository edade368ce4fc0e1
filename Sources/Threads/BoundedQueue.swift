private import Glibc
private import Synchronization

/// A queue with few places from one thread to another: whoever is ahead waits.
///
/// Two semaphores count the free places and the waiting elements, so that nobody needs a shared lock to
/// sleep on.
package final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let places: Tokens
  private let waiting = Tokens(0)

  package init(places count: Int) { places = Tokens(count) }

  /// Waits for a place. False where the receiver wants no more.
  package func send(_ element: sending Element) -> Bool {
    places.take()
    let isSent = state.withLock { state in
      if !state.isClosed { state.elements.append(element) }
      return !state.isClosed
    }
    if isSent { waiting.put() }
    return isSent
  }

  /// No more will be sent.
  package func finish() { waiting.put() }

  /// Waits for an element. Nil at the end.
  package func receive() -> Element? {
    waiting.take()
    let element = state.withLock { state in
      state.elements.isEmpty ? nil : state.elements.removeFirst()
    }
    if element != nil { places.put() }
    return element
  }

  /// No more will be received.
  package func close() {
    state.withLock { $0.isClosed = true }
    places.put()
  }
}

/// A semaphore of this process.
private final class Tokens: Sendable {
  // Only the functions of <semaphore.h>, which any thread may call, ever touch it.
  nonisolated(unsafe) private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init(_ count: Int) { sem_init(semaphore, 0, UInt32(count)) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func put() { sem_post(semaphore) }

  /// Waits where there is none.
  func take() { while sem_wait(semaphore) != 0, errno == EINTR {} }
}

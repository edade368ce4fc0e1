private import Glibc
private import Synchronization

/// A queue with few places from one thread to another: whoever is ahead waits.
///
/// Two pipes count the free places and the waiting elements, so that nobody needs a shared lock to
/// sleep on.
package final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isFinished = false
    var isClosed = false
  }

  private let state = Mutex(State())
  private let places: Tokens
  private let waiting: Tokens

  /// Nil where the system gives no pipe.
  package init?(places count: Int) {
    guard let places = Tokens(), let waiting = Tokens() else { return nil }
    self.places = places
    self.waiting = waiting
    for _ in 0..<count { places.put() }
  }

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
  package func finish() {
    state.withLock { $0.isFinished = true }
    waiting.put()
  }

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

/// Bytes in a pipe.
private final class Tokens: Sendable {
  private let ends: (read: Int32, write: Int32)

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.ends = (ends[0], ends[1])
  }

  deinit {
    Glibc.close(ends.read)
    Glibc.close(ends.write)
  }

  func put() {
    var token: UInt8 = 0
    while write(ends.write, &token, 1) < 0, errno == EINTR {}
  }

  /// Waits where there is none.
  func take() {
    var token: UInt8 = 0
    while read(ends.read, &token, 1) < 0, errno == EINTR {}
  }
}

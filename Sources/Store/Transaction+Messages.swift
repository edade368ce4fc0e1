import Core
import SQLite

// What has gone out cannot be called back, so it cannot be undone either.

extension Transaction {
  /// Another operation took a message on its way; or the target itself handed it out, recorded it as
  /// sent, or freed it because it could not be.
  func refuseIfStepped(_ target: OpID) throws {
    let gone = try connection.first(
      """
      SELECT message, step FROM message_step WHERE (op = ?1 AND step IN (2, 3) AND voided_by IS NULL)
        OR (voided_by = ?1 AND step = 2) ORDER BY step DESC LIMIT 1
      """, .integer(target)
    ) { (message: $0.int64(0), isSent: $0.int(1) == 3) }
    if let gone {
      throw gone.isSent
        ? StoreError.messageSent(gone.message) : StoreError.messageHandedOut(gone.message)
    }
    try refuse(
      by: """
        SELECT s.op, m.id FROM message m JOIN message_step s ON s.message = m.id
        WHERE m.op = ?1 AND s.op <> ?1 AND s.voided_by IS NULL
        UNION ALL
        SELECT s.op, a.message FROM message_step a JOIN message_step s ON s.message = a.message
        WHERE a.op = ?1 AND s.op <> ?1 AND s.step > a.step AND a.voided_by IS NULL
          AND s.voided_by IS NULL LIMIT 1
        """, target, nil
    ) { .laterStep($0.int64(1)) }
    try refuse(
      by: """
        SELECT s.op, m.id FROM milestone x JOIN message m
          ON m.occasion GLOB 'milestone:' || x.id || ':*'
        JOIN message_step s ON s.message = m.id AND s.step = 3 AND s.voided_by IS NULL
        WHERE x.op = ?1 AND m.voided_by IS NULL LIMIT 1
        """, target, nil
    ) { .laterStep($0.int64(1)) }
    try refuse(
      by: """
        SELECT v.op FROM milestone x JOIN milestone_move v ON v.milestone = x.id
        WHERE x.op = ?1 AND v.op <> ?1 AND v.voided_by IS NULL LIMIT 1
        """, target, nil
    ) { _ in .changed }
  }

  /// A customer was told of an event that the target recorded.
  func refuseIfTold(_ target: OpID, _ range: ClosedRange<CustomerID>) throws {
    try refuse(
      by: """
        SELECT s.op, m.id FROM message m
        JOIN message_step s ON s.message = m.id AND s.step = 3 AND s.voided_by IS NULL
        WHERE m.customer BETWEEN ?2 AND ?3 AND m.voided_by IS NULL
          AND EXISTS (SELECT 1 FROM fact f WHERE f.customer = m.customer AND f.kind = 1
            AND f.op = ?1 AND f.voided_by IS NULL AND m.occasion GLOB
              'event:' || f.value || ':' || date(f.day * 86400, 'unixepoch') || ':*') LIMIT 1
        """, target, range
    ) { .laterStep($0.int64(1)) }
  }
}

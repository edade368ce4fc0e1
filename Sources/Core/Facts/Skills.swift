/// What a member of staff repairs, and where (维修人员的技能和服务区域). It guides who is sent; nobody is
/// refused for it.
package struct Skills: Hashable, Sendable {
  /// Buildings, as entered: `3#、5#`; empty: all.
  package var area: String
  /// Trades, as entered: `水电、门窗`; empty: all.
  package var trades: String

  /// Areas and trades as they were entered; empty: anything.
  package init(area: String = "", trades: String = "") {
    self.area = area
    self.trades = trades
  }

  /// Whether the building lies in the area, as far as both are known.
  package func covers(_ building: String?) -> Bool {
    guard let building = building.flatMap({ Building($0) }) else { return true }
    let own = area.split { ",，、 ".contains($0) }.compactMap { Building(String($0)) }
    return own.isEmpty || own.contains { $0.meets(building) }
  }

  /// Whether a thing to be repaired may be of one of the trades: 水管 of 水电, for they share a
  /// character; 门锁 is not.
  package func fits(_ thing: String) -> Bool {
    let (own, wanted) = (trades.filter(\.isLetter), thing.filter(\.isLetter))
    return own.isEmpty || wanted.isEmpty || wanted.contains(where: own.contains)
  }
}

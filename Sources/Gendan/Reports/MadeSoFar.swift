/// How much of each delivery is made: what production has finished for it, the first share of a merged production
/// order filled first. In the products' smallest units.
enum MadeSoFar {
  /// By delivery, of all production or only of what has `ended`; what nothing was produced for is absent.
  static func of(
    _ schedules: [Identifier<Schedule>], ended: Bool = false, in db: any Transaction
  ) throws -> [Identifier<Schedule>: Int64] {
    let counted: SQL = ended ? "w.is_open = 0 AND w.good_qty > 0" : "w.good_qty > 0"
    var made: [Identifier<Schedule>: Int64] = [:]
    for ids in schedules.bindable {
      let asked = Set(ids)
      var last: (production: Int64, schedule: Identifier<Schedule>, quantity: Int64, left: Int64)?
      func settle() {
        if let last, asked.contains(last.schedule) { made[last.schedule, default: 0] += last.left }
      }
      try db.each(
        """
        SELECT w.id, coalesce(h.schedule_id, w.schedule_id), coalesce(h.qty, w.qty), w.good_qty
        FROM production_orders w LEFT JOIN production_shares h ON h.production_order_id = w.id
        WHERE \(counted) AND w.id IN (
          SELECT v.id FROM production_orders v WHERE v.schedule_id IN \(list: ids)
          UNION SELECT x.production_order_id FROM production_shares x WHERE x.schedule_id IN \(list: ids))
        ORDER BY w.id, h.id
        """
      ) { row in
        let production: Int64 = try row[0]
        let schedule: Identifier<Schedule> = try row[1]
        let quantity: Int64 = try row[2]
        // The share before has what it takes, the last of a production order has what is left.
        guard let before = last, before.production == production else {
          settle()
          last = (production, schedule, quantity, try row[3])
          return
        }
        let taken = min(before.left, before.quantity)
        if asked.contains(before.schedule) { made[before.schedule, default: 0] += taken }
        last = (production, schedule, quantity, before.left - taken)
      }
      settle()
    }
    return made
  }
}

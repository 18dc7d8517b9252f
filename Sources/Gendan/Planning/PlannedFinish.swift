/// The day on which the plan has the goods of a delivery finished.
public struct PlannedFinish: Sendable, Equatable {
  /// The production order that ends last.
  public let no: String
  /// The day on which it ends.
  public let finishOn: Day

  /// The last of the open production orders that make these deliveries; nil where nothing is planned for them.
  public static func last(of schedules: [Schedule], in db: any Transaction) throws -> PlannedFinish? {
    try schedules.compactMap { schedule in
      try db.first(
        """
        SELECT w.no, x.plan_finish_on FROM production_orders w
        JOIN operations x ON x.production_order_id = w.id
        WHERE w.id IN (\(ProductionOrder.making("\(schedule.id)"))) AND w.is_open = 1
          AND x.finished_on IS NULL AND x.plan_finish_on IS NOT NULL
        ORDER BY x.plan_finish_on DESC, w.id LIMIT 1
        """
      ) { PlannedFinish(no: try $0[0], finishOn: try $0[1]) }
    }
    .max { $0.finishOn < $1.finishOn }
  }
}

/// The steps of a production order, with what is still to come laid out from today: no step begins before its planned
/// day, nor before the one before it ends, and takes its planned days for what is left of it.
struct RemainingWork {
  private(set) var steps: [DelayFacts.Step] = []
  /// The operation that each of them is.
  private(set) var operations: [Operation] = []

  init(
    steps all: [Operation], baselines: [Identifier<Operation>: Operation.Baseline], quantity: Int64,
    today: Int, count: (Day) -> Int
  ) {
    var last: Int?
    for operation in all {
      guard let base = baselines[operation.id], let from = base.startOn, let to = base.finishOn else {
        continue
      }
      let planned = (start: count(from), finish: max(count(from), count(to)))
      let days = planned.finish - planned.start
      let earliest = max(today, last ?? today)
      let start = (operation.startedOn ?? operation.finishedOn).map(count) ?? max(earliest, planned.start)
      let left = quantity > 0 ? max(0, quantity - operation.good) : 0
      let rest = quantity > 0 ? Int((Int64(days) * left + quantity - 1) / quantity) : days
      let finish =
        operation.finishedOn.map(count) ?? max(start + (operation.good > 0 ? 0 : days), earliest + rest)
      steps.append(
        DelayFacts.Step(
          name: operation.name, planStart: planned.start, planFinish: planned.finish, start: start,
          finish: max(start, finish), isDone: operation.finishedOn != nil))
      operations.append(operation)
      last = max(last ?? finish, finish)
    }
  }
}

extension RemainingWork {
  /// The day, in working-day counts, on which the last step of each of these open production orders ends; none for one
  /// without planned steps.
  static func ends(
    of productions: [Identifier<ProductionOrder>], today: Int, count: (Day) -> Int, in db: any Transaction
  ) throws -> [Identifier<ProductionOrder>: Int] {
    var ends: [Identifier<ProductionOrder>: Int] = [:]
    for ids in productions.bindable {
      let baselines = try Operation.baselines(of: ids, in: db)
      var operations: [Identifier<ProductionOrder>: [Operation]] = [:]
      try db.each("\(Operation.query) WHERE x.production_order_id IN \(list: ids) ORDER BY x.seq") {
        let operation = try Operation($0)
        operations[operation.productionOrder, default: []].append(operation)
      }
      try db.each("SELECT id, qty FROM production_orders WHERE id IN \(list: ids)") { row in
        let id: Identifier<ProductionOrder> = try row[0]
        let work = RemainingWork(
          steps: operations[id] ?? [], baselines: baselines, quantity: row.integer(1), today: today,
          count: count)
        ends[id] = work.steps.map(\.finish).max()
      }
    }
    return ends
  }
}

extension Operation {
  /// The days on which it was planned first.
  struct Baseline: Sendable, Equatable {
    let startOn: Day?
    let finishOn: Day?
  }

  /// The first plan of production orders' operations.
  static func baselines(
    of productions: [Identifier<ProductionOrder>], in db: any Transaction
  ) throws -> [Identifier<Operation>: Baseline] {
    var baselines: [Identifier<Operation>: Baseline] = [:]
    try db.each(
      """
      SELECT id, base_start_on, base_finish_on FROM operations
      WHERE production_order_id IN \(list: productions)
      """
    ) { baselines[try $0[0]] = Baseline(startOn: try $0[1], finishOn: try $0[2]) }
    return baselines
  }
}

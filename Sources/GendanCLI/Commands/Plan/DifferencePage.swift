import Gendan
import GendanOutput

/// How two plans differ.
struct DifferencePage {
  private let desk: Desk
  private let dates: DateWords

  init(_ desk: Desk, _ reading: Reading) throws {
    self.desk = desk
    dates = try desk.dateWords(reading)
  }

  func answer(_ id: String, _ difference: PlanDifference) -> Answer {
    let broken = difference.rows.filter(\.isBroken).count
    let saved = difference.rows.filter(\.isSaved).count
    var table = listing.table(difference.rows)
    table.showsHeader = !difference.rows.isEmpty
    var answer = Answer(id, Document([.table(table), .line(desk.say(summary(difference)))]))
    answer.extra = [.init("broken", .integer(Int64(broken))), .init("saved", .integer(Int64(saved)))]
    answer.rows = difference.rows.compactMap(\.production.orderNo)
    return answer
  }

  /// How many are touched, and how many of them break or are saved.
  func summary(_ difference: PlanDifference) -> Text {
    let broken = difference.rows.filter(\.isBroken).count
    let saved = difference.rows.filter(\.isSaved).count
    guard !difference.rows.isEmpty else {
      return Text("no order is touched", "不影响任何订单", "不影響任何訂單")
    }
    return Text(
      "\(difference.rows.count) production orders end on another day; \(broken) would become late, \(saved) in time",
      "\(difference.rows.count) 张生产单完工日变动; 因此迟的 \(broken) 张, 因此赶上的 \(saved) 张",
      "\(difference.rows.count) 張生產單完工日變動; 因此遲的 \(broken) 張, 因此趕上的 \(saved) 張")
  }

  /// `MO2603-0001 法兰  03-20 -> 03-23`, for the orders that end later.
  func delayed(_ difference: PlanDifference) -> [Text] {
    difference.rows.filter { row in row.after.map { after in row.before.map { after > $0 } ?? false } ?? true
    }
    .map { row in
      let (before, after) = (row.before.map(dates.short) ?? "-", row.after.map(dates.short) ?? "-")
      return Text(verbatim: "  \(row.production.no) \(row.production.product)  \(before) -> \(after)")
        + (row.isBroken ? Text("  late", "  变迟", "  變遲") : Text(verbatim: ""))
    }
  }

  private var listing: Listing<PlanDifference.Row> {
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    return Listing(
      id: "difference", language: desk.language,
      fields: [
        .init("production", Noun.production.heading) { Cell($0.production.no) },
        .init("no", Noun.order.heading) { Cell(optional: $0.production.orderNo) },
        .init("product", Noun.product.heading, shrinks: true) { Cell($0.production.product) },
        .init("needed", Text("Needed", "要求", "要求")) { day($0.neededOn) },
        .init("before", Text("Before", "原来", "原來")) { day($0.before) },
        .init("after", Text("After", "之后", "之後")) { day($0.after) },
        .init("days", Text("Days", "天数", "天數"), .trailing) { row in
          guard let before = row.before, let after = row.after else { return .none }
          let days = dates.calendar.workingDays(from: before, to: after)
          return Cell(days > 0 ? "+\(days)" : String(days), value: .integer(Int64(days)))
        },
        .init("what", Text("So", "结果", "結果")) { row in
          row.isBroken
            ? Cell(Text("late", "变迟", "變遲")[desk.language], value: "late", style: .overdue)
            : row.isSaved ? Cell(Text("in time", "赶上", "趕上")[desk.language], value: "in-time") : .none
        },
      ])
  }
}

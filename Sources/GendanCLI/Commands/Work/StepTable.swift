import Gendan
import GendanOutput

/// The steps of a production order, as its page and its order's page show them.
struct StepTable {
  let desk: Desk
  let dates: DateWords

  func table(_ production: ProductionOrder, _ steps: [Operation]) -> Table {
    let language = desk.language
    var table = Table(
      "steps",
      columns: [
        Column("seq", "#", .trailing), Column("step", Text("Step", "工序", "工序")[language], shrinks: true),
        Column("dept", Text("Dept", "部门", "部門")[language], priority: 3, shrinks: true),
        Column("plan", Text("Planned", "计划完成", "計劃完成")[language]),
        Column("finished", Text("Finished", "实际完成", "實際完成")[language]),
        Column("late", Text("Off by", "差", "差")[language], .trailing, priority: 1),
        Column("good", Text("Done", "完成数", "完成數")[language], .trailing),
        Column("status", Text("Status", "状态", "狀態")[language], priority: 2),
      ], indent: 2)
    let current = steps.first { $0.finishedOn == nil }
    table.rows = steps.map { step in
      let isCurrent = step.id == current?.id && production.isOpen
      return .cells(cells(step, production, isCurrent: isCurrent), marked: isCurrent)
    }
    return table
  }

  private func cells(
    _ step: Operation, _ production: ProductionOrder, isCurrent: Bool
  ) -> [Cell] {
    let quantity = production.quantity
    let end = step.finishedOn ?? dates.today
    var off = Cell.none
    if let plan = step.planFinishOn {
      let days = dates.calendar.workingDays(from: plan, to: end)
      // A step that waits for the one before is not late of itself.
      if step.finishedOn != nil || (isCurrent && days > 0) {
        let sign = days > 0 ? "+" : ""
        off = Cell(
          sign + desk.say(DateWords.days(days)), value: .integer(Int64(days)),
          style: days > 0 ? .overdue : nil)
      }
    }
    let status =
      step.finishedOn != nil
      ? Text("done", "完成", "完成")
      : step.good > 0 || step.startedOn != nil ? Text("running", "进行中", "進行中") : Text("waiting", "等待", "等待")
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    return [
      Cell(String(step.seq), value: .integer(Int64(step.seq))), Cell(step.name), Cell(step.department ?? ""),
      day(step.planFinishOn), day(step.finishedOn), off,
      Cell("\(quantity.with(step.good).text)/\(quantity.text)", value: .integer(step.good)),
      Cell(desk.say(status)),
    ]
  }
}

import Gendan
import GendanOutput

/// How a plan is told: what moves, what comes late, what has no place.
struct PlanPage {
  let desk: Desk
  let reading: Reading
  let dates: DateWords

  init(_ desk: Desk, _ reading: Reading) throws {
    self.desk = desk
    self.reading = reading
    dates = try desk.dateWords(reading)
  }

  /// How many lines of each kind are told; the rest is counted.
  private static let most = 10

  /// What moves, and whether that may be saved.
  func question(_ run: PlanRun) -> Text {
    let moved = run.moved.prefix(Self.most).map(words)
    let rest = run.moved.count - moved.count
    let more =
      rest > 0 ? [Text("  and \(rest) more", "  还有 \(rest) 道工序", "  還有 \(rest) 道工序")] : []
    let ask = Text(
      "\(run.moved.count) steps move; save the plan?", "\(run.moved.count) 道工序移动; 保存计划?",
      "\(run.moved.count) 道工序移動; 保存計劃?")
    return (moved + more + [ask]).joined("\n")
  }

  /// `MO2603-0001 机加  03-16..03-18 -> 03-17..03-19  CNC1`.
  private func words(_ line: PlanRun.Line) -> Text {
    let before = line.before.map { "\(dates.short($0.start))..\(dates.short($0.finish))" } ?? "-"
    let zone = reading.utcOffset
    let after =
      "\(dates.short(line.start.day(utcOffset: zone)))..\(dates.short(line.finish.adding(seconds: -60).day(utcOffset: zone)))"
    return Text(
      verbatim: "\(line.production.no) \(line.operation.name)  \(before) -> \(after)  \(line.resource ?? "")")
  }

  /// What was planned, and what a person has to look at.
  func echo(_ run: PlanRun) -> [Text] {
    let orders = Set(run.lines.map(\.production.no)).count
    let head = Text(
      "\(orders) production orders, \(run.lines.count) steps planned, \(run.moved.count) moved",
      "已排 \(orders) 张生产单, \(run.lines.count) 道工序, 移动 \(run.moved.count) 道",
      "已排 \(orders) 張生產單, \(run.lines.count) 道工序, 移動 \(run.moved.count) 道")
    let late = run.late.prefix(Self.most).map { late in
      Text(verbatim: "  \(late.production.no) \(late.production.product): ")
        + Text("needed ", "要求 ", "要求 ") + (late.neededOn.map(dates.short) ?? "")
        + Text(", planned ", ", 排到 ", ", 排到 ")
        + dates.short(late.finishOn) + Text(verbatim: " +")
        + DateWords.days(late.neededOn.map { dates.calendar.workingDays(from: $0, to: late.finishOn) } ?? 0)
    }
    let lates =
      run.late.isEmpty
      ? [] : [Text("late \(run.late.count):", "赶不上 \(run.late.count) 张:", "趕不上 \(run.late.count) 張:")] + late
    let unplaced = run.unplaced.prefix(Self.most).map { failed in
      Text(verbatim: "  \(failed.production.no) \(failed.step ?? "") ") + failed.reason.words
    }
    let failures =
      run.unplaced.isEmpty
      ? []
      : [
        Text(
          "not planned \(run.unplaced.count):", "排不了 \(run.unplaced.count) 张:",
          "排不了 \(run.unplaced.count) 張:")
      ] + unplaced
    let clashes = run.clashes.prefix(Self.most).map { first, second in
      Text(
        verbatim:
          "\(first.production.no) \(first.operation.name) / \(second.production.no) \(second.operation.name): "
      )
        + Text(
          "both are at \(first.resource ?? "")", "同时占用 \(first.resource ?? "")",
          "同時佔用 \(first.resource ?? "")")
    }
    return [head] + lates + failures + clashes
  }

  /// For machines.
  func members(_ run: PlanRun) -> [JSON.Member] {
    func day(_ day: Day) -> JSON { .string(day.description) }
    return [
      .init("steps", .integer(Int64(run.lines.count))), .init("moved", .integer(Int64(run.moved.count))),
      .init("late_minutes", .integer(Int64(run.lateMinutes))), .init("moves", .integer(Int64(run.moves))),
      .init(
        "late",
        .array(
          run.late.map { late -> JSON in
            [
              "no": .string(late.production.no), "needed": late.neededOn.map(day) ?? .null,
              "planned": day(late.finishOn),
            ]
          })),
      .init(
        "unplaced",
        .array(
          run.unplaced.map { failed -> JSON in
            [
              "no": .string(failed.production.no), "step": failed.step.map { .string($0) } ?? .null,
              "reason": .string(failed.reason.rawValue),
            ]
          })),
    ]
  }

  /// A row for each step.
  func listing(showsWhy: Bool, of lines: [PlanLine] = []) -> Listing<PlanLine> {
    let zone = reading.utcOffset
    func moment(_ day: Day?, _ at: Instant?) -> Cell {
      if let at { return Cell(dates.time(at, utcOffset: zone), value: .string(at.description)) }
      return day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    var fields: [Listing<PlanLine>.Field] = [
      .init("dept", Noun.department.heading, priority: 2) { Cell(optional: $0.department) },
      .init("production", Noun.production.heading) { Cell($0.production) },
      .init("no", Noun.order.heading, priority: 4) { Cell(optional: $0.orderNo) },
      .init("product", Noun.product.heading, priority: 1, shrinks: true) { Cell($0.product) },
      .init("step", Noun.step.heading) { Cell($0.step) },
      .init("left", Text("Left", "剩余", "剩餘"), .trailing) { Cell($0.left) },
      .init("resource", Noun.resource.heading) { Cell(optional: $0.resource ?? $0.maker) },
      .init("start", Text("Start", "开始", "開始")) { moment($0.start, $0.startAt) },
      .init("finish", Text("Finish", "结束", "結束")) { moment($0.finish, $0.finishAt) },
      // A column that nobody has anything in makes room for the others.
      .init("material", Text("Material", "缺料", "缺料"), priority: lines.contains { $0.shortage != nil } ? 1 : 8)
      {
        line in
        Cell(
          line.shortage.map { desk.say(Text("short ", "", "")) + $0 } ?? "",
          value: line.shortage.map { .string($0) } ?? .null)
      },
      .init("packing", OrderWord.packing.words, priority: 8) { Cell(optional: $0.packing) },
      .init("prio", OrderField.prio.words, priority: 3) { Cell(id: $0.priority, desk.language) },
      .init("due", OrderField.due.words, priority: 3) { line in
        line.due.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
      },
    ]
    if showsWhy {
      fields += [
        .init("why", Text("Why there", "为什么在这里", "為什麼在這裡"), shrinks: true) { line in
          line.reason.map { reason in
            let words = reason.words + (line.boundTo.map { " " + $0 } ?? "")
            return Cell(words[desk.language], code: reason.rawValue)
          } ?? .none
        },
        .init("bound_to", Text("Bound to", "受制于", "受制於"), priority: 9) { Cell(optional: $0.boundTo) },
      ]
    }
    return Listing(id: "plan", language: desk.language, fields: fields)
  }
}

extension PlanRun.Reason: Worded {
  var words: Text {
    switch self {
    case .due: Text("in time for its day", "按交期倒排", "按交期倒排")
    case .next: Text("in time for the next step", "配合下道工序", "配合下道工序")
    case .claimed: Text("before what comes there next:", "排在它前面:", "排在它前面:")
    case .deadline: Text("as late as is planned", "排到期末", "排到期末")
    case .now: Text("as early as can be", "立即开始", "立即開始")
    case .notBefore: Text("not wanted earlier", "人工推后", "人工推後")
    case .readiness: Text("waits for", "等", "等")
    case .previous: Text("after", "接在后面:", "接在後面:")
    case .busy: Text("there is first", "前面有", "前面有")
    case .pinned: Text("has begun, or is frozen", "已开工或锁定", "已開工或鎖定")
    }
  }
}

extension PlanRun.Unplaced.Reason: Worded {
  var words: Text {
    switch self {
    case .held: Text("is on hold", "暂停中", "暫停中")
    case .noResource: Text("no resource in use can do it", "没有在用的资源能做", "沒有在用的資源能做")
    case .noTime: Text("its resources have no time within two years", "两年内没有空档", "兩年內沒有空檔")
    }
  }
}

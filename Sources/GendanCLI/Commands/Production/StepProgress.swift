import ArgumentParser
import Gendan

/// Reports progress of a step: the quantity adds to what was reported (R-157).
struct StepProgress: BookCommand {
  static let sheet = CommandSheet(
    id: "step.progress", word: "progress", short: "p", chinese: ["报工", "報工"],
    about: Text("report progress of a step", "报工", "報工"),
    usage: "REF[.LINE]|MO STEP QTY [--scrap N] [--rework N] [--total N] [--on DATE] [--by WORKER] [TEXT]",
    examples: ["progress 118 表面处理 +80", "p 118 机加 40 --scrap 2 --on 昨天", "progress 118 机加 --total 120"],
    part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var scrap: String?
  @Option var rework: String?
  @Option var total: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let text = words.dropFirst(total == nil ? 3 : 2).joined(separator: " ")
    // A date alone is no note: it is the day of the work, which would stand under today.
    if on == nil, DatePhrase.isDate(text) { throw UsageCheck.misplaced(text, Self.sheet) }
    return try desk.write { writing, answer in
      var words = words
      let work = try desk.work(&words, in: writing)
      guard let step = words.first else { throw StepProgress.missing(work, Self.sheet) }
      words.removeFirst()
      let decimals = try work.productions(in: writing.db).first?.quantity.decimals ?? 0
      func number(_ text: String?) throws -> Int64 {
        try text.map { try DecimalText.parse($0, decimals: decimals) } ?? 0
      }
      var report = ProgressReport(
        good: 0, day: try on.map { try desk.day($0, .fact, in: writing) } ?? writing.today)
      report.scrap = try number(scrap)
      report.rework = try number(rework)
      report.worker = global.by
      let made: ProgressMade
      if let total {
        report.note = words.isEmpty ? nil : words.joined(separator: " ")
        made = try writing.progress(work, step: step, total: try number(total), report)
      } else {
        guard let quantity = words.first else { throw StepProgress.missing(work, Self.sheet, step: step) }
        report.good = try number(quantity)
        report.note = words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
        made = try writing.progress(work, step: step, report)
      }
      var label = try StepProgress.label(made, of: work, at: desk, in: writing)
      if report.good < 0 {
        let less = made.production.quantity.with(-report.good).text
        label = label + Text("\(less) taken back, ", "冲减 \(less), ", "沖減 \(less), ")
      }
      answer.echo = [label + StepProgress.echo(made)]
      answer.touched = try work.customerOrder(in: writing.db).map { [$0.no] } ?? []
    }
  }

  /// The complaint that a line about work says no step, or no quantity of the step it names.
  static func missing(_ work: any Producible, _ command: CommandSheet, step: String? = nil) -> Complaint {
    let takesQuantity = command.usage.contains("QTY")
    return Complaint(
      .usage,
      takesQuantity
        ? Text("the step or quantity is missing", "缺少工序或数量", "缺少工序或數量")
        : Text("the step is missing", "缺少工序", "缺少工序"),
      try: "gendan \(command.word) \(work.no) \(step ?? "STEP")" + (takesQuantity ? " QTY" : ""),
      work is ProductionOrder ? "gendan work show \(work.no)" : "gendan show \(work.no)")
  }

  /// Whose work it is, and where that has several production orders, which of them and its goods.
  static func label(
    _ made: ProgressMade, of work: any Producible, at desk: Desk, in reading: Reading
  ) throws -> Text {
    let label = try desk.label(work, in: reading)
    let isOne = try work.productions(in: reading.db).count == 1
    return isOne ? label : label + "\(made.production.no) \(made.production.product) "
  }

  /// `表面处理 200/200, 本工序完工, 下一道 检验`.
  static func echo(_ made: ProgressMade) -> Text {
    let quantity = made.production.quantity
    var text = Text(
      verbatim: "\(made.operation.name) \(quantity.with(made.operation.good).text)/\(quantity.text)")
    text =
      text
      + losses(scrap: quantity.with(made.operation.scrap), rework: quantity.with(made.operation.rework))
    guard made.operation.finishedOn != nil else { return text }
    text = text + Text(", step done", ", 本工序完工", ", 本工序完工")
    if let next = made.next { return text + Text(", next ", ", 下一道 ", ", 下一道 ") + next.name }
    return text + Text(", ready to ship", ", 可发货", ", 可出貨")
  }

  /// What is not good, where there is any.
  static func losses(scrap: Quantity, rework: Quantity) -> Text {
    var text = Text(verbatim: "")
    if scrap.smallest > 0 { text = text + Text(", scrap ", ", 报废 ", ", 報廢 ") + scrap.text }
    if rework.smallest > 0 { text = text + Text(", rework ", ", 返工 ", ", 重工 ") + rework.text }
    return text
  }
}

/// Reports the rest of steps' quantity.
struct StepDone: BookCommand {
  static let sheet = CommandSheet(
    id: "step.done", word: "done", short: "d", chinese: ["完工"],
    about: Text("finish a step", "工序完工", "工序完工"), usage: "REF[.LINE]|MO STEP… [--on DATE] [--by WORKER]",
    examples: ["done 118 表面处理", "done 118 备料 机加 --on 昨天"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let work = try desk.work(&words, in: writing)
      guard !words.isEmpty else { throw StepProgress.missing(work, Self.sheet) }
      let day = try on.map { try desk.day($0, .fact, in: writing) } ?? writing.today
      for step in words {
        let made = try writing.finish(work, step: step, on: day, worker: global.by)
        answer.echo.append(
          try StepProgress.label(made, of: work, at: desk, in: writing) + StepProgress.echo(made))
      }
      answer.touched = try work.customerOrder(in: writing.db).map { [$0.no] } ?? []
    }
  }
}

/// Notes that a step has begun.
struct StepStart: BookCommand {
  static let sheet = CommandSheet(
    id: "step.start", word: "start", chinese: ["开工", "開工"],
    about: Text("note that a step has begun", "工序开工", "工序開工"), usage: "REF[.LINE]|MO STEP [--on DATE]",
    examples: ["start 118 机加"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let work = try desk.work(&words, in: writing)
      guard let step = words.first else { throw StepProgress.missing(work, Self.sheet) }
      let day = try on.map { try desk.day($0, .fact, in: writing) } ?? writing.today
      let made = try writing.start(work, step: step, on: day)
      answer.echo = [
        try StepProgress.label(made, of: work, at: desk, in: writing) + "\(made.operation.name) "
          + Text("begun ", "开工 ", "開工 ")
          + (try desk.dateWords(writing).full(day))
      ]
      answer.touched = try work.customerOrder(in: writing.db).map { [$0.no] } ?? []
    }
  }
}

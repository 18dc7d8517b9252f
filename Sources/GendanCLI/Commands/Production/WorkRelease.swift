import ArgumentParser
import Gendan

/// Puts orders into production and tells the departments.
struct WorkRelease: BookCommand {
  static let sheet = CommandSheet(
    id: "work.release", word: "release", chinese: ["下达", "下達"],
    about: Text("release an order to production", "下达生产单", "下達生產單"),
    usage:
      "REF[.LINE]… | --batch FILE|- [--qty N] [--route R] [--start DATE] [--maker FACTORY] [--remark DEPT=TEXT]…"
      + " [--inspection TEXT]",
    examples: [
      "release 118", "release 118 --start 下周一 --route flange", "release 118 --remark 包装=五层纸箱 --maker F-03",
      "release --batch 清单.txt",
    ], part: .follow, right: .produce)

  @Argument var words: [String] = []
  @Option var qty: String?
  @Option var batch: String?
  @OptionGroup var plan: PlanOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if let batch { return try release(try ReleaseList(batch, words: words, qty: qty), at: desk) }
    let words = try desk.confirmed(words)
    return try desk.write { writing, answer in
      for referenced in try desk.references(only: words, in: writing) {
        try release(referenced, qty, at: desk, in: writing, &answer)
      }
    }
  }

  /// Releases one order or line, and tells of it in the answer.
  func release(
    _ referenced: Referenced, _ qty: String?, at desk: Desk, in writing: Writing, _ answer: inout Answer
  ) throws {
    var request = try plan.request(of: referenced.order, at: desk, in: writing)
    if let qty {
      let decimals =
        try Schedule.of(referenced.order.id, line: referenced.line, in: writing.db)
        .first?.quantity.decimals ?? 0
      request.quantity = try OrderNew.quantity(qty, decimals: decimals)
    }
    answer.warnings += try desk.doubts(
      of: [.releasePrepared, .releaseCarton], on: referenced.order, in: writing)
    let dates = try desk.dateWords(writing)
    for production in try writing.release(referenced.order, line: referenced.line, request) {
      answer.echo.append(referenced.order.label + (try WorkRelease.echo(production, dates, in: writing)))
    }
    answer.touched.append(referenced.order.no)
    answer.warnings += try Question.warnings(referenced.order, in: writing)
  }

  /// `生产单 MO2603-0001  法兰 200  5 道工序, 计划完成 …`.
  static func echo(_ production: ProductionOrder, _ dates: DateWords, in reading: Reading) throws -> Text {
    let steps = try Operation.of(production.id, in: reading.db)
    var line =
      Text("production order ", "生产单 ", "生產單 ")
      + "\(production.no)  \(production.product) \(production.quantity.text)  "
      + Text("\(steps.count) steps", "\(steps.count) 道工序", "\(steps.count) 道工序")
    if let maker = production.maker { line = line + Text(", made by ", ", 外协 ", ", 外協 ") + maker }
    guard let finish = steps.compactMap(\.planFinishOn).max() else { return line }
    line = line + Text(", planned to finish ", ", 计划完成 ", ", 計劃完成 ") + dates.echo(finish)
    if let due = production.dueOn, finish > due {
      line = line + Text(", after the due date \(due)", ", 晚于交期 \(due)", ", 晚於交期 \(due)")
    }
    return line
  }
}

/// How production is planned, and what its departments must mind.
struct PlanOptions: ParsableArguments {
  @Option var route: String?
  @Option var start: String?
  @Option var maker: String?
  @Option var remark: [String] = []
  @Option var inspection: String?

  /// What they ask of a release.
  func request(of order: Order?, at desk: Desk, in reading: Reading) throws -> ReleaseRequest {
    var request = ReleaseRequest()
    request.route = route
    request.maker = maker.filled
    request.inspection = inspection.filled
    request.startOn = try start.map { try desk.day($0, .plan, of: order, in: reading) }
    request.remarks = try Self.remarks(remark)
    return request
  }

  /// What departments must mind, as `DEPT=TEXT` says it.
  static func remarks(_ words: [String]) throws -> [String: String] {
    var remarks: [String: String] = [:]
    for remark in words {
      guard let said = FieldValue(remark), !said.field.isEmpty, !said.value.isEmpty else {
        throw Complaint(
          .usage,
          Text(
            "--remark \"\(remark)\" is not DEPARTMENT=TEXT", "--remark \"\(remark)\" 应写成 部门=内容",
            "--remark \"\(remark)\" 應寫成 部門=內容"), try: "--remark 包装=五层纸箱")
      }
      remarks[said.field] = said.value
    }
    return remarks
  }
}

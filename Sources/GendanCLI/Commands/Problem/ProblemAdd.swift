import ArgumentParser
import Gendan
import GendanOutput

/// Writes down that something goes wrong with an order, a production order or a step.
struct ProblemAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.add", word: "add", chinese: ["新增"],
    about: Text("write down what goes wrong", "登记异常", "登記異常"),
    usage: "REF[.LINE]|MO [STEP] KIND TEXT [--qty N] [--dept D] [--until DATE] [--severe]",
    examples: [
      "problem 118 缺料 304棒料没到 --until 周五", "problem 118 装配 质量 色差 --qty 40",
      "problem MO2603-0007 机加 设备 主轴坏 --severe",
    ], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var qty: String?
  @Option var dept: String?
  @Option var until: String?
  @Flag var severe = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let work = try desk.work(&words, in: writing)
      let order = try work.customerOrder(in: writing.db)
      let (operation, kind) = try stepAndKind(&words, of: work, in: writing)
      var new = NewProblem(
        kind,
        try words.name(
          Text("what is wrong", "异常内容", "異常內容"), try: "gendan problem \(work.no) \(kind.rawValue) TEXT"))
      new.order = order
      new.production = operation?.0 ?? work as? ProductionOrder
      new.operation = operation?.1
      new.product =
        if let code = new.production?.productCode { try Product.named(code, in: writing.db) } else {
          try order.flatMap { try writing.onlyProduct(of: $0, line: (work as? OrderGoods)?.line) }
        }
      new.quantity = try quantity(of: new.product, order, in: writing)
      new.isSevere = severe
      new.department = try dept.map { try Department.named($0, in: writing.db).id }
      new.untilOn = try until.map { try desk.day($0, .plan, of: order, in: writing) }
      let problem = try writing.report(new)
      answer.echo = [try desk.label(work, in: writing) + problem.echo(try desk.dateWords(writing))]
      answer.touched = order.map { [$0.no] } ?? []
      answer.warnings = try desk.warning(of: problem, in: writing)
      answer.extra = [.init("problem", .string(problem.no))]
    }
  }

  /// Takes the kind from the front of the words, and a step before it where one is named.
  private func stepAndKind(
    _ words: inout [String], of work: any Producible, in writing: Writing
  ) throws -> ((ProductionOrder, Operation)?, Cause) {
    guard let first = words.first else {
      throw Complaint.missing(
        Text("the kind and what is wrong", "类别和内容", "類別和內容"),
        try: "gendan problem \(work.no) shortage TEXT")
    }
    var operation: (ProductionOrder, Operation)?
    if words.count > 1, Cause.spelled(words[1]) != nil,
      try Cause.spelled(first) == nil || Self.steps(of: work, in: writing).contains(first)
    {
      operation = try writing.step(first, of: work)
      words.removeFirst()
    }
    return (operation, try Cause.read(words.removeFirst()))
  }

  private static func steps(of work: any Producible, in reading: Reading) throws -> [String] {
    let productions =
      if !(work is ProductionOrder), let order = try work.customerOrder(in: reading.db) {
        try ProductionOrder.of(order.id, in: reading.db)
      } else {
        try work.productions(in: reading.db)
      }
    return try productions.flatMap { try Operation.of($0.id, in: reading.db).map(\.name) }
  }

  private func quantity(of product: Product?, _ order: Order?, in writing: Writing) throws -> Int64? {
    guard let qty else { return nil }
    guard let product else {
      let lines = try order.map { try Schedule.of($0.id, in: writing.db) } ?? []
      let no = order?.no ?? ""
      throw BookError.ambiguous(
        .line, no, lines.map { Candidate(name: "\(no).\($0.place)", details: [$0.product], day: $0.dueOn) })
    }
    return try TypedQuantity(qty, of: product, in: writing).smallest
  }
}

extension Problem {
  /// `异常 PB2603-0001 缺料 (表面处理, 仓库): 304棒料没到, 40 件, 严重, 预计到 2026-03-20 周五`.
  func echo(_ dates: DateWords) -> Text {
    let place = [step, department].compactMap { $0 }.joined(separator: ", ")
    var text =
      Noun.problem.words + " \(no) " + kind.words + (place.isEmpty ? "" : " (\(place))") + ": \(self.text)"
    if let quantity { text = text + ", \(quantity.text) \(quantity.unit)" }
    if isSevere { text = text + Text(", severe", ", 严重", ", 嚴重") }
    guard let untilOn else { return text }
    return text + Text(", until ", ", 预计到 ", ", 預計到 ") + dates.echo(untilOn)
  }
}

import ArgumentParser
import Gendan
import GendanOutput

/// Asks for a sample, for an order or before one is placed.
struct SampleAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.add", word: "add", chinese: ["新增"],
    about: Text("ask for a sample", "下试样通知", "下試樣通知"),
    usage:
      "REF[.LINE] [PRODUCT] | CUSTOMER PRODUCT [--qty N] [--due DATE] [--require TEXT] [--supplier FACTORY]",
    examples: [
      "sample add 118 --qty 3 --due 3/9 --require \"logo 潘通 286C\"", "sample add 宏达机械 FL-50 --due +5wd",
      "sample add 118 --supplier 华彩纸箱 --require 60x40x27cm --due +2wd",
    ], part: .follow)

  @Argument var words: [String] = []
  @Option var qty: String?
  @Option var due: String?
  @Option var require: String?
  @Option var supplier: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let first = words.first, words.count <= 2 else { throw SampleAdd.incomplete }
    return try desk.write { writing, answer in
      let isOrder =
        try Reference(first) != nil && PaperOwner.numbered(first, in: writing.db)?.subject != .customer
      var (new, decimals) =
        try isOrder ? ordered(at: desk, in: writing) : unordered(in: writing)
      new.quantity = try qty.map { try OrderNew.quantity($0, decimals: decimals) } ?? Decimal.scale(decimals)
      new.dueOn = try due.map { try desk.day($0, .plan, of: new.order, in: writing) }
      new.requirement = require.filled
      new.cartonMaker = supplier.filled
      let sample = try writing.request(new)
      answer.echo = [try echo(sample, at: desk, in: writing)]
      answer.touched = sample.orderNo.map { [$0] } ?? []
      answer.extra = [.init("sample", .string(sample.no))]
    }
  }

  private static let incomplete = Complaint.missing(
    Text("the order, or the customer and the product", "单号, 或客户和产品", "單號, 或客戶和產品"),
    try: "gendan sample add 118 --qty 3", "gendan sample add 宏达机械 FL-50")

  private func unordered(in reading: Reading) throws -> (NewSample, decimals: Int) {
    guard words.count == 2 else { throw SampleAdd.incomplete }
    let customer = try Customer.named(words[0], in: reading.db)
    let product = try Product.named(words[1], in: reading.db)
    return (NewSample(customer: customer.id, product: product.id, quantity: 0), product.decimals)
  }

  private func ordered(at desk: Desk, in reading: Reading) throws -> (NewSample, decimals: Int) {
    var words = words
    let referenced = try desk.reference(&words, in: reading)
    let product = try product(words.first, of: referenced, in: reading)
    return (
      NewSample(
        customer: referenced.order.customerID, product: product.id, order: referenced.order, quantity: 0),
      product.decimals
    )
  }

  /// The product that is named, or the only one of the order or line.
  private func product(_ name: String?, of referenced: Referenced, in reading: Reading) throws -> Product {
    let lines = try Schedule.of(referenced.order.id, line: referenced.line, in: reading.db)
    let codes = Set(lines.map(\.productCode))
    if let name {
      let product = try Product.named(name, in: reading.db)
      if codes.contains(product.code) { return product }
    } else if codes.count == 1, let code = codes.first {
      return try Product.named(code, in: reading.db)
    }
    let no = referenced.order.no
    let candidates = lines.map { Candidate(name: "\(no).\($0.place)", details: [$0.product], day: $0.dueOn) }
    throw name.map { BookError.notFound(.line, $0, near: candidates) }
      ?? BookError.ambiguous(.line, no, candidates)
  }

  /// `S2603-0001 宏达机械 法兰 DN50: 3 件, 2026-03-09 周一 (还有 5 个工作日)`.
  private func echo(_ sample: Sample, at desk: Desk, in reading: Reading) throws -> Text {
    let quantity = sample.round.quantity
    let what =
      sample.maker.map { Text("carton by \($0), ", "纸箱样 \($0) ", "紙箱樣 \($0) ") }
      ?? Text("sample, ", "试样 ", "試樣 ")
    var text = sample.label + what + "\(quantity.text) \(quantity.unit)"
    if let due = sample.round.dueOn {
      text = text + Text(", due ", ", 交样 ", ", 交樣 ") + (try desk.dateWords(reading).echo(due))
    }
    if sample.requirement == nil {
      text = text + Text(", still to say what it must show", ", 样品要求未写", ", 樣品要求未寫")
    }
    return text
  }
}

/// Asks once more for a sample that was rejected.
struct SampleAgain: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.again", word: "again", chinese: ["重做"],
    about: Text("make a rejected sample again", "退回的样品再做一轮", "退回的樣品再做一輪"),
    usage: "NO [--due DATE]", examples: ["sample again S2603-0001 --due +3wd"], part: .follow)

  @Argument var words: [String] = []
  @Option var due: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnSample(words) { sample, writing, dates in
      let day = try due.map { try desk.day($0, .plan, in: writing) }
      let sample = try writing.again(sample, dueOn: day)
      let line = Sample.round(sample.round.number)
      return (sample, day.map { line + Text(", due ", ", 交样 ", ", 交樣 ") + dates.echo($0) } ?? line)
    }
  }
}

/// Takes the first pieces of a run from the machine, for the salesperson to approve.
struct SampleFirst: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.first", word: "first", chinese: ["首件"],
    about: Text("take a first-run sample", "取首件样", "取首件樣"),
    usage: "REF | PRODUCTION-ORDER [--machine M] [--qty N] [--on \"DATE [HH:MM]\"]",
    examples: ["sample first MO2603-0007 --machine 3", "sample first 118 --machine 3 --on 9:30"],
    part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var machine: String?
  @Option var qty: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let production = try desk.runningProduction(words, in: writing)
      let moment = try desk.moment(on, in: writing)
      let decimals = production.quantity.decimals
      let sample = try writing.takeFirstRun(
        of: production,
        quantity: try qty.map { try OrderNew.quantity($0, decimals: decimals) } ?? Decimal.scale(decimals),
        machine: machine.filled, on: moment.day, at: moment.at)
      var line =
        sample.label + Sample.round(sample.round.number) + Text(", taken from ", ", 取自 ", ", 取自 ")
        + production.no
      if let machine = sample.round.machine {
        line = line + Text(", machine ", ", 机台 ", ", 機台 ") + machine
      }
      answer.echo = [line + Text("; the salesperson answers", ", 等业务员确认", ", 等業務員確認")]
      answer.touched = sample.orderNo.map { [$0] } ?? []
      answer.extra = [.init("sample", .string(sample.no))]
    }
  }
}

extension Desk {
  /// The production order by its own number, or the only one of an order that is still to be made.
  func runningProduction(_ words: [String], in reading: Reading) throws -> ProductionOrder {
    guard let word = words.first, words.count == 1 else {
      throw Complaint.missing(Noun.production.words, try: "gendan work list --open")
    }
    if let exact = try ProductionOrder.numbered(folded(word).uppercased(), in: reading.db) { return exact }
    var words = words
    let referenced = try reference(&words, in: reading)
    let open = try ProductionOrder.of(referenced.order.id, in: reading.db).filter(\.isOpen)
    guard let first = open.first else { throw BookError.notReleased(referenced.order.no) }
    guard open.count == 1 else {
      throw BookError.ambiguous(
        .production, referenced.order.no,
        open.map { Candidate(name: $0.no, details: [$0.product], day: $0.dueOn) })
    }
    return first
  }
}

import ArgumentParser
import Gendan
import GendanOutput

/// Notes what an order is expected to cost: `review cost 118 freight=800 packing=`.
struct ReviewCost: BookCommand {
  static let sheet = CommandSheet(
    id: "review.cost", word: "cost", chinese: ["费用", "費用"],
    about: Text("expected costs of an order", "填预计费用", "填預計費用"), usage: "REF NAME=AMOUNT…",
    examples: ["review cost 118 freight=800 packing=120.50", "review cost 118 运费="], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan review cost 118 freight=800")
    let costs = try values.map { value -> (name: String, cents: Int64?) in
      guard !value.field.isEmpty, value.field.count <= 40 else {
        throw Complaint.missing(
          Text("the name of the cost", "费用名称", "費用名稱"), try: "gendan review cost 118 freight=800")
      }
      return (value.field, try value.value.isEmpty ? nil : Self.amount(value.value))
    }
    return try desk.act(on: [name]) { act in
      for cost in costs { try act.writing.set(cost: cost.name, of: act.order, to: cost.cents) }
      let all = try OrderCost.of(act.order, in: act.writing.db)
      return ReviewForm.words(all, currency: act.order.currency)
    }
  }

  private static func amount(_ text: String) throws -> Int64 {
    let cents = try DecimalText.parse(text, decimals: 2)
    guard cents >= 0 else { throw NumberError.notANumber(text) }
    guard cents <= 10_000_000_000_000 else { throw BookError.tooLarge(text) }
    return cents
  }
}

/// Proposes a day in the review, which decides nothing.
struct ReviewPropose: BookCommand {
  static let sheet = CommandSheet(
    id: "review.propose", word: "propose", chinese: ["建议", "建議"],
    about: Text("propose a date in the review", "评审中建议交期", "評審中建議交期"), usage: "REF DATE [TEXT]",
    examples: ["review propose 118 2026-03-25 模具要修", "review propose 118 +5wd"], part: .supervisor,
    right: .sign)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      guard let date = words.first else {
        throw Complaint.missing(
          Text("the date", "日期", "日期"), try: "gendan review propose \(order.no) +5wd")
      }
      let day = try desk.day(date, .plan, of: order, in: writing)
      try writing.propose(day, for: order, note: words.dropFirst().joined(separator: " ").filledText)
      let due = try Schedule.of(order.id, in: writing.db).filter(\.isOpen).compactMap(\.dueOn).min()
      let dates = try desk.dateWords(writing)
      answer.echo = [
        order.label + Text("proposed ", "建议交期 ", "建議交期 ") + dates.echo(day)
          + (due.map { Text(", the order says ", ", 订单现为 ", ", 訂單現為 ") + dates.full($0) }
            ?? Text(verbatim: ""))
      ]
      answer.touched = [order.no]
    }
  }
}

/// The head of an order's review form: what it is worth, what it will cost, what the customer demands, and
/// which days were proposed.
struct ReviewForm {
  private let order: Order
  private let money: OrderMoney
  private let costs: [OrderCost]
  private let rows: [OrderRow]
  private let proposals: [DateProposal]
  private let dates: DateWords

  init(_ order: Order, at desk: Desk, in reading: Reading) throws {
    self.order = order
    dates = try desk.dateWords(reading)
    money = try OrderMoney.of(order.id, in: reading.db)
    costs = try OrderCost.of(order, in: reading.db)
    proposals = try DateProposal.of(order, in: reading.db)
    var list = Gendan.OrderList(.now(reading.today))
    list.filter = .numbered(order.no)
    list.rollsUp = false
    list.order = .number
    rows = try list.rows(in: reading)
  }

  /// What the commission comes to, half up; nil where there is none.
  private var commission: Money? {
    guard order.commission > 0,
      let amount = Decimal.product(money.total, order.commission, over: 10000)
    else { return nil }
    return money.money(amount)
  }

  var lines: [Text] {
    var texts: [Text] = []
    if money.unpriced.isEmpty {
      var text = Text("worth ", "金额 ", "金額 ") + "\(Amount.text(money.total)) \(money.currency)"
      if let terms = order.terms { text = text + "   " + OrderTerm.terms.words + " \(terms)" }
      if money.deposit > 0 {
        text = text + Text("   deposit ", "   预付 ", "   預付 ") + Amount.text(money.deposit)
      }
      if let commission {
        text =
          text + "   " + OrderWord.commission.words
          + " \(Percent.text(order.commission)) % = \(commission.grouped)"
      }
      texts.append(text)
    }
    if !costs.isEmpty {
      texts.append(
        Text("expected costs: ", "预计费用: ", "預計費用: ") + Self.words(costs, currency: order.currency))
    }
    if let special = order.special { texts.append(OrderWord.special.words + ": \(special)") }
    texts += rows.compactMap { row in
      guard let demand = row.requirement, demand != "-" else { return nil }
      return Text("line \(row.lineNo) demands: ", "第 \(row.lineNo) 行要求: ", "第 \(row.lineNo) 行要求: ") + demand
    }
    texts += proposals.map { proposal in
      Text("proposed ", "建议交期 ", "建議交期 ") + dates.full(proposal.day) + "  \(proposal.by)"
        + (proposal.note.map { "  \($0)" } ?? "")
    }
    return texts
  }

  /// The form for machines.
  var json: [JSON.Member] {
    [
      .init("total", money.unpriced.isEmpty ? Amount.json(money.total) : .null),
      .init("currency", .string(money.currency)), .init("deposit", Amount.json(money.deposit)),
      .init("commission", .string(Percent.text(order.commission))),
      .init("commission_amount", commission.map { .string($0.text) } ?? .null),
      .init(
        "costs",
        .array(costs.map { ["name": .string($0.name), "amount": .string($0.amount.text)] })),
      .init(
        "demands",
        .array(
          rows.map { row in
            [
              "line": .integer(Int64(row.lineNo)),
              "requirement": row.requirement.map { .string($0) } ?? .null,
            ]
          })),
      .init(
        "proposals",
        .array(
          proposals.map { proposal in
            [
              "date": .string(proposal.day.description), "by": .string(proposal.by),
              "note": proposal.note.map { .string($0) } ?? .null,
            ]
          })),
    ]
  }

  /// `freight 800.00, packing 120.50, in all 920.50 CNY`.
  static func words(_ costs: [OrderCost], currency: String) -> Text {
    let sum = costs.reduce(Int64(0)) { $0 + $1.amount.cents }
    let parts = costs.map { Text(verbatim: "\($0.name) \($0.amount.grouped)") }.joined(", ")
    return (costs.isEmpty ? Text("none", "无", "無") : parts)
      + (costs.count > 1
        ? Text(", in all ", ", 共 ", ", 共 ") + "\(Amount.text(sum)) \(currency)" : Text(verbatim: ""))
  }
}

import ArgumentParser
import Gendan

/// Lets a delivery go out in parts, each with its day (R-173).
struct OrderSplit: BookCommand {
  static let sheet = CommandSheet(
    id: "order.split", word: "split", chinese: ["分批"],
    about: Text("let a delivery go out in parts", "一行分几批交货", "一行分幾批交貨"),
    usage: "REF[.LINE] QTY=DATE [QTY=DATE…] [--cause KIND] [--told WHO] [--note TEXT] [--wanted]",
    examples: [
      "split 118.2 200=4/3 300=4/20", "split 118 200=4/3 --cause shortage --told 刘工",
      "split 118 200=4/3 --wanted",
    ],
    part: .follow)

  @Argument var words: [String] = []
  @Option var cause: String?
  @Option var told: String?
  @Option var note: String?
  @Flag var wanted = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let dates = try dates()
    return try desk.write { writing, answer in
      let typed = words.compactMap(FieldValue.init)
      var name = words.filter { FieldValue($0) == nil }
      let found = try desk.reference(&name, in: writing)
      guard name.isEmpty, !typed.isEmpty else { throw Self.unreadable(name.first, found.order) }
      let parts = try typed.map { try part($0, of: found, at: desk, in: writing) }
      let made = try writing.split(found.order, line: found.line, into: parts, dates)
      let words = try desk.dateWords(writing)
      answer.echo = [
        found.order.label + Text("\(made.count) deliveries: ", "分 \(made.count) 批: ", "分 \(made.count) 批: ")
          + made.map { Self.echo($0, wanted ? $0.requestedOn : $0.dueOn, words) }.joined(", ")
      ]
      answer.touched = [found.order.no]
      answer.warnings = try desk.warning(parts.map(\.day), in: writing)
      guard !wanted else { return }
      // What speaks against one day often speaks against the others too, and is said once.
      var said: Set<[String]> = []
      for delivery in made where parts.contains(where: { $0.day == delivery.promisedOn }) {
        guard let day = delivery.promisedOn else { continue }
        answer.warnings += try desk.doubts(
          promised: day, of: Referenced(order: found.order, line: delivery.place), in: writing
        ).filter { said.insert($0.lines(desk.language)).inserted }
      }
    }
  }

  private func dates() throws -> SplitDates {
    guard wanted else { return .promised(cause: try cause.map(Cause.read), told: told, note: note) }
    guard cause == nil, told == nil else {
      throw Complaint(
        .usage,
        Text(
          "days that the customer asks for have no cause and tell nobody", "客户要求的日期不用写原因和告知",
          "客戶要求的日期不用寫原因和告知"),
        try: "gendan split \(words.joined(separator: " ")) --wanted")
    }
    return .wanted
  }

  private func part(
    _ typed: FieldValue, of found: Referenced, at desk: Desk, in reading: Reading
  ) throws -> DeliveryPart {
    let schedules = try Schedule.of(found.order.id, line: found.line, in: reading.db)
    let product = try schedules.first.map { try Product.named($0.productCode, in: reading.db) }
    let quantity =
      try product.map { try TypedQuantity(typed.field, of: $0, in: reading) } ?? TypedQuantity(typed.field)
    return DeliveryPart(
      quantity.smallest,
      on: try desk.day(typed.value, .plan, of: found.order, line: found.line, in: reading))
  }

  /// `118.2.1 200 04-03 周五`.
  private static func echo(_ delivery: Schedule, _ day: Day?, _ dates: DateWords) -> Text {
    Text(verbatim: ".\(delivery.place) ") + delivery.quantity.text
      + (day.map { Text(verbatim: " ") + dates.echo($0) } ?? Text("", "", ""))
  }

  private static func unreadable(_ loose: String?, _ order: Order) -> Complaint {
    let example = "gendan split \(order.no) 200=4/3 300=4/20"
    guard let loose else {
      return Complaint.missing(Text("how much on which day", "多少在哪天交", "多少在哪天交"), try: example)
    }
    return Complaint(
      .usage,
      Text(
        "\"\(loose)\" is no quantity with its day", "\"\(loose)\" 不是 数量=日期", "\"\(loose)\" 不是 數量=日期"),
      try: example)
  }
}

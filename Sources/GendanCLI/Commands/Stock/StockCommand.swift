import ArgumentParser
import Gendan
import GendanOutput

/// `stock`: finished goods that were counted, and what is held of them.
struct StockCommand: NounCommand {
  static let word = "stock"
  static let chinese = ["库存", "庫存"]
  static let about = Text("finished goods in stock", "成品库存", "成品庫存")
  static let verbs: [any BookCommand.Type] = [
    StockShow.self, StockCount.self, StockReserve.self, StockFree.self, StockMin.self, StockPropose.self,
  ]
}

/// What is on hand, blocked, held and free.
struct StockShow: BookCommand {
  static let sheet = CommandSheet(
    id: "stock.show", word: "show", chinese: ["看"],
    about: Text("what is in stock and free", "看库存和可用数", "看庫存和可用數"), usage: "[PRODUCT]",
    examples: ["stock show", "stock show FL-50"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let listing = Stock.listing(desk.language)
      guard !words.isEmpty else { return Answer("stock", listing.list(try Stock.all(in: reading.db))) }
      let product = try Product.named(words.joined(separator: " "), in: reading.db)
      let held = try Reservation.open(of: product.id, in: reading.db)
      let table = Reservation.listing(desk, try desk.dateWords(reading)).table(held)
      var document = listing.card(
        try Stock.of(product, in: reading.db), with: [JSON.Member("reservations", table.json)])
      document.records = document.tables.first
      if !held.isEmpty {
        document.blocks += [.blank, .line(desk.say(Noun.reservation.words), .strong), .table(table)]
      }
      return Answer("stock", document)
    }
  }
}

/// Writes down a count: the newest is the truth.
struct StockCount: BookCommand {
  static let sheet = CommandSheet(
    id: "stock.count", word: "count", chinese: ["盘点", "盤點"],
    about: Text("write down a count of stock", "登记盘点数", "登記盤點數"),
    usage: "PRODUCT ON-HAND [--blocked N] [--on DATE]",
    examples: ["stock count FL-50 420 --blocked 20", "stock count P-88 0 --on 昨天"], part: .follow,
    right: .report)

  @Argument var words: [String] = []
  @Option var blocked: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, onHand) = try words.nameAndQuantity(try: "gendan stock count FL-50 420")
    return try desk.write { writing, answer in
      let product = try Product.named(name, in: writing.db)
      func number(_ text: String) throws -> Int64 {
        let number = try DecimalText.parse(text, decimals: product.decimals)
        guard number >= 0 else { throw NumberError.notANumber(text) }
        guard number <= 1_000_000_000_000 else { throw BookError.tooLarge(text) }
        return number
      }
      let found = try number(onHand)
      let blocked = try blocked.map(number) ?? 0
      guard blocked <= found else {
        throw Complaint(
          .usage,
          Text(
            "\(product.quantity(blocked).text) blocked are more than \(product.quantity(found).text) on hand",
            "冻结 \(product.quantity(blocked).text) 多于在库 \(product.quantity(found).text)",
            "凍結 \(product.quantity(blocked).text) 多於在庫 \(product.quantity(found).text)"))
      }
      try writing.count(
        product, onHand: found, blocked: blocked, on: try desk.factDay(on, in: writing) ?? writing.today)
      answer.echo = [try Stock.of(product, in: writing.db).echo]
    }
  }
}

/// Holds stock for a delivery, or for something else.
struct StockReserve: BookCommand {
  static let sheet = CommandSheet(
    id: "stock.reserve", word: "reserve", chinese: ["预留", "預留"],
    about: Text("hold stock for a delivery", "为订单预留库存", "為訂單預留庫存"),
    usage: "REF[.LINE] [QTY] | PRODUCT QTY --note TEXT",
    examples: ["stock reserve 118", "stock reserve 118.2 350", "stock reserve FL-50 50 --note 展会样品"],
    part: .follow, right: .produce)

  @Argument var words: [String] = []
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      if let note = note.filled {
        let (name, quantity) = try words.nameAndQuantity(try: "gendan stock reserve FL-50 50 --note TEXT")
        let product = try Product.named(name, in: writing.db)
        try writing.reserve(
          product, quantity: try OrderNew.quantity(quantity, decimals: product.decimals), note: note)
        answer.echo = [try Stock.of(product, in: writing.db).echo]
        return
      }
      var words = words
      let found = try desk.reference(&words, in: writing)
      let decimals =
        try Schedule.of(found.order.id, line: found.line, in: writing.db).first?.quantity.decimals ?? 0
      let quantity = try words.first.map { try OrderNew.quantity($0, decimals: decimals) }
      for held in try writing.reserve(found.order, line: found.line, quantity: quantity) {
        let product = try Product.named(held.productCode, in: writing.db)
        answer.echo.append(
          found.order.label + Text("held ", "预留 ", "預留 ") + "\(held.quantity.text);  "
            + (try Stock.of(product, in: writing.db).echo))
      }
      answer.touched = [found.order.no]
    }
  }
}

/// Holds stock no longer.
struct StockFree: BookCommand {
  static let sheet = CommandSheet(
    id: "stock.free", word: "free", chinese: ["释放", "釋放"],
    about: Text("hold stock no longer", "释放预留", "釋放預留"), usage: "REF[.LINE] | PRODUCT",
    examples: ["stock free 118", "stock free FL-50"], part: .follow, right: .produce)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let name = try words.name(Noun.order.words, try: "gendan stock free 118")
      // A product's code may look like an order's number.
      let product = try Product.list(containing: [name], in: writing.db).first {
        $0.code == name || $0.name == name
      }
      if let product {
        let other = try Reservation.open(of: product.id, in: writing.db).filter { $0.orderNo == nil }
        try writing.free(other, of: product.code)
        answer.echo = [try Stock.of(product, in: writing.db).echo]
        return
      }
      var words = words
      let found = try desk.reference(&words, in: writing)
      let held = try Reservation.open(order: found.order.id, line: found.line, in: writing.db)
      try writing.free(held, of: found.order.no)
      for held in held {
        answer.echo.append(found.order.label + Text("freed ", "已释放 ", "已釋放 ") + held.quantity.text)
      }
      answer.touched = [found.order.no]
    }
  }
}

extension Stock {
  /// `FL-50 法兰: 在库 420, 冻结 20, 预留 50, 可用 350`.
  var echo: Text {
    func part(_ label: Text, _ number: Int64) -> Text { label + " \(product.quantity(number).text)" }
    return Text(verbatim: "\(product.code) \(product.name): ")
      + [
        part(Self.words.onHand, onHand), part(Self.words.blocked, blocked),
        part(Self.words.reserved, reserved), part(Self.words.free, free),
      ].joined(", ")
  }

  private static let words = (
    onHand: Text("on hand", "在库", "在庫"), blocked: Text("blocked", "冻结", "凍結"),
    reserved: Text("held", "预留", "預留"), free: Text("free", "可用", "可用")
  )

  static func listing(_ language: Language) -> Listing<Stock> {
    func number(_ id: String, _ heading: Text, _ value: @escaping (Stock) -> Int64) -> Listing<Stock>.Field {
      .init(id, heading, .trailing) { Cell($0.product.quantity(value($0))) }
    }
    return Listing(
      id: "stock", language: language,
      fields: [
        .init("code", Noun.product.words) { Cell($0.product.code) },
        .init("name", Text("Name", "名称", "名稱"), shrinks: true) { Cell($0.product.name) },
        number("on_hand", words.onHand) { $0.onHand }, number("blocked", words.blocked) { $0.blocked },
        number("reserved", words.reserved) { $0.reserved }, number("free", words.free) { $0.free },
        .init("unit", Text("Unit", "单位", "單位"), priority: 3) { Cell($0.product.unit) },
        .init("counted", Text("Counted", "盘点日", "盤點日"), priority: 2) {
          Cell(optional: $0.countedOn?.description)
        },
      ])
  }
}

extension Reservation {
  static func listing(_ desk: Desk, _ dates: DateWords) -> Listing<Reservation> {
    Listing(
      id: "reservations", language: desk.language,
      fields: [
        .init("order", Noun.order.words) { Cell(optional: $0.orderNo) },
        .init("line", OrderField.line.words, .trailing) { Cell(number: $0.lineNo) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("note", OrderField.note.words, shrinks: true) { Cell(optional: $0.note) },
        .init("since", Text("Since", "日期", "日期")) {
          Cell(
            dates.time($0.enteredAt, utcOffset: desk.utcOffset($0.enteredAt)),
            value: .string($0.enteredAt.description))
        },
      ])
  }
}

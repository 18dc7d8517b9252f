import ArgumentParser
import Gendan
import GendanOutput

/// `notice`: what departments were told (R-134, R-139).
struct NoticeCommand: NounCommand {
  static let word = "notice"
  static let chinese = ["通知"]
  static let about = Text("notices to departments", "给各部门的通知", "給各部門的通知")
  static let verbs: [any BookCommand.Type] = [NoticeList.self]
}

/// Who was told what, who has not acknowledged, and for how long.
struct NoticeList: BookCommand {
  static let sheet = CommandSheet(
    id: "notice.list", word: "list", chinese: ["列表"],
    about: Text("what departments were told", "列出通知和签收", "列出通知和簽收"),
    usage: "[REF | MO] [--open] [--dept D]",
    examples: ["notice list --open", "notice list 118", "notice --dept 包装"], part: .follow)

  @Argument var words: [String] = []
  @Flag var open = false
  @Option var dept: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let work = words.isEmpty ? nil : try desk.work(&words, in: reading)
      var notices = try Notice.list(of: work, isOpen: open, in: reading)
      if let dept {
        let department = try Department.named(dept, in: reading.db).name
        notices.removeAll { $0.department != department }
      }
      let listing = Notice.listing(desk, try desk.dateWords(reading), now: reading.now)
      var answer = Answer("notices", listing.list(notices))
      answer.title = Self.sheet.about
      return answer
    }
  }
}

/// A department says that it has read its notices (R-139).
struct NoticeAcknowledge: BookCommand {
  static let sheet = CommandSheet(
    id: "notice.acknowledge", word: "ack", chinese: ["签收通知", "簽收通知"],
    about: Text("acknowledge notices of an order", "签收生产通知", "簽收生產通知"),
    usage: "REF|MO [--dept D]", examples: ["ack 118", "ack MO2603-0001 --dept 包装"], part: .follow,
    right: .report)

  @Argument var words: [String] = []
  @Option var dept: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let work = try desk.work(&words, in: writing)
      let open = try Notice.list(of: work, isOpen: true, in: writing)
      let department = try self.department(open, work.no, in: writing)
      let mine = open.filter { $0.department == department }
      guard let first = mine.first else { throw BookError.nothingLeft(.notice, "\(work.no) \(department)") }
      try writing.acknowledge(mine)
      let minutes = first.minutes(at: writing.now)
      let left = open.filter { $0.department != department }.map(\.department)
      answer.echo = [
        try desk.label(work, in: writing)
          + Text(
            "acknowledged by \(department) after \(minutes) min", "\(department) 已签收通知 (\(minutes) 分钟)",
            "\(department) 已簽收通知 (\(minutes) 分鐘)")
          + (left.isEmpty
            ? Text(verbatim: "")
            : Text(", awaited: ", ", 还差 ", ", 還差 ")
              + left.reduce(into: []) { $0 += $0.contains($1) ? [] : [$1] }.joined(separator: ", "))
      ]
      answer.touched = try work.customerOrder(in: writing.db).map { [$0.no] } ?? []
    }
  }

  /// The department that is named, or the person's own.
  private func department(_ open: [Notice], _ no: String, in writing: Writing) throws -> String {
    if let dept { return try Department.named(dept, in: writing.db).name }
    if let own = try Member.named(writing.user.login, in: writing.db).department { return own }
    throw Complaint(
      .usage, Text("which department acknowledges?", "哪个部门签收?", "哪個部門簽收?"),
      facts: open.isEmpty
        ? []
        : [Text("awaited: ", "还差 ", "還差 ") + Set(open.map(\.department)).sorted().joined(separator: ", ")],
      try: "gendan ack \(no) --dept \(open.first?.department ?? "DEPARTMENT")")
  }
}

extension Notice {
  /// The notices of an order, of a production order, or all.
  static func list(of work: (any Producible)?, isOpen: Bool, in reading: Reading) throws -> [Notice] {
    switch work {
    case let order as Order: try list(order: order.id, isOpen: isOpen, in: reading.db)
    case let production as ProductionOrder:
      try list(production: production.id, isOpen: isOpen, in: reading.db)
    default: try list(isOpen: isOpen, in: reading.db)
    }
  }

  /// How notices are shown; on the page of the production order that they are of, without its numbers.
  static func listing(
    _ desk: Desk, _ dates: DateWords, now: Instant, isOfOne: Bool = false
  ) -> Listing<Notice> {
    func time(_ at: Instant?) -> Cell {
      at.map { Cell(dates.time($0, utcOffset: desk.utcOffset($0)), value: .string($0.description)) } ?? .none
    }
    let numbers: [Listing<Notice>.Field] = [
      .init("order", Noun.order.words) { Cell(optional: $0.orderNo) },
      .init("production", Noun.production.words) { Cell(optional: $0.productionNo) },
    ]
    return Listing(
      id: "notices", language: desk.language,
      fields: (isOfOne ? [] : numbers) + [
        .init("dept", OrderField.dept.words) { Cell($0.department) },
        .init("amendment", Text("Change", "变更", "變更"), priority: 3) { notice in
          notice.amendment.map { Cell("v\($0)", value: .integer(Int64($0))) } ?? .none
        },
        .init("remark", OrderField.note.words, shrinks: true) { notice in
          let said = [notice.changes.words[desk.language], notice.remark ?? ""].filter { !$0.isEmpty }
          return Cell(said.joined(separator: "; "), value: notice.remark.map { .string($0) } ?? .null)
        },
        .init("sent", Text("Told", "通知", "通知")) { time($0.sentAt) },
        .init("acknowledged", Text("Acknowledged", "签收", "簽收")) { time($0.acknowledgedAt) },
        .init("by", Text("By", "签收人", "簽收人"), priority: 2) { Cell(optional: $0.acknowledgedBy) },
        .init("minutes", Text("Minutes", "分钟", "分鐘"), .trailing) { Cell(number: $0.minutes(at: now)) },
      ])
  }
}

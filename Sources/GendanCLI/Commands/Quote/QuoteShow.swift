import ArgumentParser
import Gendan
import GendanOutput

/// One version of a quote, who signed it, and of what its price consists.
struct QuoteShow: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.show", word: "show", chinese: ["看"],
    about: Text("show a quote", "看一张报价单", "看一張報價單"), usage: "NO[.VERSION] [--cost]",
    examples: ["quote show Q2603-0001", "quote show Q2603-0001.1 --cost"], part: .taking)

  @Argument var words: [String] = []
  @Flag var cost = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let quote = try Quote.typed(words, try: "gendan quote show Q2603-0001", in: reading)
      let page = try QuotePage(quote, desk, reading)
      return Answer("quote", page.document(showsCost: cost))
    }
  }
}

/// The page of a quote.
private struct QuotePage {
  let quote: Quote
  let desk: Desk
  let reading: Reading
  let dates: DateWords
  let trail: ApprovalTrail
  let versions: [Quote]
  let names: [String: String]

  init(_ quote: Quote, _ desk: Desk, _ reading: Reading) throws {
    self.quote = quote
    self.desk = desk
    self.reading = reading
    dates = try desk.dateWords(reading)
    trail = try ApprovalTrail.of(quote, in: reading)
    versions = try quote.versions(in: reading.db)
    names = Dictionary(try User.all(in: reading).map { ($0.login, $0.name) }) { name, _ in name }
  }

  func document(showsCost: Bool) -> Document {
    let listing = Quote.listing(desk, reading)
    let versionTable = listing.list(versions).tables.map {
      $0.selecting(["version", "price", "currency", "valid", "state", "order"])
    }
    var document = listing.card(
      quote,
      with: [
        .init("cost", records([costTable])), .init("acts", records([actTable])),
        .init("awaited", .array(awaited.map { .string($0.rawValue) })),
        .init("versions", records(versionTable)),
      ])
    if showsCost { section(Text("Price composition", "价格构成", "價格構成"), [costTable], &document) }
    if !trail.acts.isEmpty { section(Text("Signatures", "审核", "審核"), [actTable], &document) }
    if !awaited.isEmpty {
      document.blocks.append(
        .line(desk.say(Text(" awaited: ", " 待签: ", " 待簽: ") + awaited.map(\.words).joined(", "))))
    }
    if versions.count > 1 { section(Text("Versions", "各版", "各版"), versionTable, &document) }
    return document
  }

  private func section(_ title: Text, _ tables: [Table], _ document: inout Document) {
    document.blocks += [.blank, .line(desk.say(title), .strong)] + tables.map { .table($0) }
  }

  private func records(_ tables: [Table]) -> JSON {
    .array(
      tables.flatMap { table in
        table.records.map { cells in .object(zip(table.columns, cells).map { .init($0.id, $1.value) }) }
      })
  }

  /// Whose signatures are awaited, once it was handed in.
  private var awaited: [Role] { trail.state == .inReview ? trail.awaited.map(\.role) : [] }

  private var costTable: Table {
    let total = quote.offer.price.map {
      (desk.say(QuoteTerm.price.words), "price", $0, quote.offer.composition.isEmpty ? nil : Int64(10_000))
    }
    let parts = quote.offer.composition.map {
      (desk.say($0.part.words), $0.part.rawValue, $0.amount, Optional($0.share))
    }
    return Table(
      "cost",
      columns: [
        Column("part", desk.say(Text("Part", "项目", "項目"))),
        Column("amount", desk.say(Text("Amount", "金额", "金額")), .trailing),
        Column("share", desk.say(Text("Share", "占比", "佔比")), .trailing),
      ],
      rows: (parts + (total.map { [$0] } ?? [])).map { words, id, amount, share in
        .cells([
          Cell(words, value: .string(id)), Cell(OrderTable.price(amount)),
          share.map { Cell(Percent.text($0) + "%", value: .decimal(Percent.text($0))) } ?? .none,
        ])
      }, indent: 1)
  }

  private var actTable: Table {
    var table = Table(
      "acts",
      columns: [
        Column("at", desk.say(Text("When", "时间", "時間"))), Column("act", desk.say(Text("What", "事项", "事項"))),
        Column("role", desk.say(Text("Role", "角色", "角色"))),
        Column("by", desk.say(Text("Who", "谁", "誰"))),
        Column("note", desk.say(Text("Note", "备注", "備註")), shrinks: true),
      ],
      rows: trail.acts.map { act in
        .cells([
          Cell(dates.time(act.at, utcOffset: desk.utcOffset(act.at)), value: .string(act.at.description)),
          Cell(id: act.act, desk.language),
          act.role.map { Cell(id: $0, desk.language) } ?? .none,
          Cell(names[act.by] ?? act.by, code: act.by), Cell(optional: act.note),
        ])
      }, indent: 1)
    table.showsHeader = false
    return table
  }
}

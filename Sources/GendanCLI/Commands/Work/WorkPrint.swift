import ArgumentParser
import Gendan
import GendanOutput

/// The sheet that goes to the workshop, or to purchasing: what is to be made, by when and how, and never
/// a price (R-137, R-150, R-153, R-415).
struct WorkPrint: BookCommand {
  static let sheet = CommandSheet(
    id: "work.print", word: "print", chinese: ["打印", "列印"],
    about: Text("the sheet for the workshop", "打印生产制单", "列印生產製單"),
    usage: "MO [--demand] [--per-carton N]",
    examples: [
      "work print MO2603-0001", "work print 0001 -o MO2603-0001.md --per-carton 24",
      "work print 0001 --demand -O markdown",
    ], part: .follow)

  @Argument var words: [String] = []
  @Flag var demand = false
  @Option(name: .customLong("per-carton")) var perCarton: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let perCarton = try perCarton.map { try PackagingLine.count($0) }
    return try desk.read { reading in
      var words = words
      let page = try WorkPage(try desk.production(&words, in: reading), at: desk, in: reading)
      var answer = Answer(
        "production", page.sheet(isDemand: demand, perCarton: perCarton ?? page.production.piecesPerCarton))
      answer.touched = page.shares.map(\.orderNo)
      return answer
    }
  }
}

extension WorkPage {
  /// What the sheet is called.
  private func title(isDemand: Bool) -> Text {
    (isDemand
      ? Text("Product demand  ", "产品需求信息单  ", "產品需求資訊單  ")
      : Text("Production sheet  ", "生产制单  ", "生產製單  ")) + production.no
  }

  /// The sheet on paper: the fields that say something, what the departments must mind, the packaging,
  /// and places to sign. Who only presses the maker needs neither steps nor remarks (R-150).
  func sheet(isDemand: Bool, perCarton: Int64?) -> Document {
    let packaging = PackagingLine.listing(desk.language).table(
      PackagingLine.all(production.packaging, perCarton: perCarton))
    // What changes from day to day stays off the paper.
    let left = ["status", "good"] + (isDemand ? ["start"] : [])
    let fields = listing.fields.filter { !left.contains($0.column.id) && $0.cell(self) != .none }
    var document = Listing(id: "production", language: desk.language, fields: fields).card(
      self, with: [JSON.Member("packaging", packaging.json), JSON.Member("remarks", remarks.json)])
    document.blocks = [.line(desk.say(title(isDemand: isDemand)), .strong), .blank] + document.blocks
    if !isDemand && !steps.isEmpty { document.blocks += part(Noun.step.heading, plan) }
    if !isDemand && !remarks.rows.isEmpty {
      document.blocks += part(Text("To be minded", "各部门注意", "各部門注意"), remarks)
    }
    document.blocks += part(Text("Packaging", "包材", "包材"), packaging)
    // Who names the places to sign with --sign has them at the page's end.
    if desk.options.sign == nil {
      document.blocks += [.blank, .line(desk.say(signatures(isDemand: isDemand)))]
    }
    return document
  }

  /// The steps with room for what was done, and by whom, and what `step scan` reads.
  private var plan: Table {
    func title(_ text: Text) -> String { desk.say(text) }
    return Table(
      "plan",
      columns: [
        Column("seq", "#", .trailing), Column("step", title(Noun.step.heading), shrinks: true),
        Column("dept", title(OrderField.dept.words), shrinks: true),
        Column("start", title(Text("Start", "计划开工", "計劃開工"))),
        Column("finish", title(Text("Finish", "计划完成", "計劃完成"))),
        Column("done", title(Text("Done", "完成数", "完成數"))),
        Column("signed", title(Text("Signed", "签名", "簽名"))),
        Column("scan", title(Text("Scan", "扫码", "掃碼")), priority: 1),
      ],
      rows: steps.map { step in
        .cells([
          Cell(String(step.seq)), Cell(step.name), Cell(optional: step.department),
          Cell(optional: step.planStartOn?.description), Cell(optional: step.planFinishOn?.description), "",
          "", Cell("\(production.no)*\(step.seq)"),
        ])
      })
  }

  /// What each department must mind (R-135).
  private var remarks: Table {
    Table(
      "remarks",
      columns: [
        Column("dept", desk.say(OrderField.dept.words)),
        Column("remark", desk.say(OrderField.note.words), shrinks: true),
      ],
      rows: notices.compactMap { notice in
        notice.remark.map { .cells([Cell(notice.department), Cell($0)]) }
      })
  }

  private func signatures(isDemand: Bool) -> Text {
    let places =
      isDemand
      ? [Text("Written", "制单", "製單"), Text("Purchasing", "采购", "採購"), Text("Maker", "生产厂家", "生產廠家")]
      : [
        Text("Written", "制单", "製單"), Text("Checked", "审核", "審核"), Text("Production", "生产", "生產"),
        Text("Warehouse", "仓库", "倉庫"),
      ]
    return places.map { $0 + " ________" }.joined("   ")
  }
}

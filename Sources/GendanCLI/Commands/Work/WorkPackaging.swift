import ArgumentParser
import Gendan
import GendanOutput

/// How many bags and cartons a production order needs, and whether so many may be ordered.
struct WorkPackaging: BookCommand {
  static let sheet = CommandSheet(
    id: "work.packaging", word: "packaging", chinese: ["包材", "包材"],
    about: Text("packaging that may be ordered", "可订的包材数量", "可訂的包材數量"),
    usage: "MO [--per-carton N] [--bags N [--new-version]] [--cartons N]",
    examples: [
      "work packaging MO2603-0001 --per-carton 12", "work packaging 0001 --bags 12000",
      "work packaging 0001 --bags 10500 --new-version", "work packaging 0001 --cartons 834 --per-carton 12",
    ], part: .follow)

  @Argument var words: [String] = []
  @Option var bags: String?
  @Flag(name: .customLong("new-version")) var newVersion = false
  @Option var cartons: String?
  @Option(name: .customLong("per-carton")) var perCarton: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let production = try desk.production(&words, in: reading)
      let perCarton = try perCarton.map { try PackagingLine.count($0) } ?? production.piecesPerCarton
      if let bags {
        try reading.check(.bags(PackagingLine.count(bags), isNewVersion: newVersion), for: production)
      }
      if let cartons {
        guard let perCarton else {
          throw Complaint.missing(
            Text("--per-carton", "--per-carton", "--per-carton"),
            try: "gendan work packaging \(production.no) --cartons \(cartons) --per-carton 12")
        }
        try reading.check(.cartons(PackagingLine.count(cartons), perCarton: perCarton), for: production)
      }
      let lines = PackagingLine.all(production.packaging, perCarton: perCarton)
      var answer = Answer("packaging", PackagingLine.listing(desk.language).list(lines))
      answer.title = Self.sheet.about
      answer.extra = [JSON.Member("production", .string(production.no))]
      answer.touched = production.orderNo.map { [$0] } ?? []
      return answer
    }
  }
}

/// One kind of packaging with its limits.
struct PackagingLine {
  /// The kinds whose quantity follows from a production order.
  enum Kind: String, CaseIterable, Worded {
    case bag, newBag = "new-bag", carton

    var words: Text {
      switch self {
      case .bag: Text("regular bags", "常规包装袋", "常規包裝袋")
      case .newBag: Text("bags of a new version", "新版包装袋", "新版包裝袋")
      case .carton: Text("cartons", "纸箱", "紙箱")
      }
    }
  }

  let kind: Kind
  let needed: Int64
  let most: Int64
  /// In basis points.
  let tolerance: Int64

  /// What a production order may have; cartons where it is known how many pieces they hold.
  static func all(_ limits: PackagingLimits, perCarton: Int64?) -> [PackagingLine] {
    let bags = [(Kind.bag, false), (.newBag, true)].map { kind, isNewVersion in
      PackagingLine(
        kind: kind, needed: limits.pieces, most: limits.bags(isNewVersion: isNewVersion),
        tolerance: PackagingLimits.tolerance(isNewVersion: isNewVersion))
    }
    let cartons = perCarton.flatMap(limits.cartons).map {
      PackagingLine(kind: .carton, needed: $0, most: $0, tolerance: 0)
    }
    return bags + (cartons.map { [$0] } ?? [])
  }

  static func listing(_ language: Language) -> Listing<PackagingLine> {
    func number(_ number: Int64) -> Cell {
      Cell(Decimal.text(number, decimals: 0, grouped: true), value: .integer(number))
    }
    return Listing(
      id: "packaging", language: language,
      fields: [
        .init("kind", Text("Packaging", "包材", "包材")) { Cell(id: $0.kind, language) },
        .init("needed", Text("Needed", "需要", "需要"), .trailing) { number($0.needed) },
        .init("tolerance", Text("Tolerance", "可浮动", "可浮動"), .trailing) { line in
          Cell("\(Percent.text(line.tolerance))%", value: .decimal(Percent.text(line.tolerance)))
        },
        .init("most", Text("At most", "最多", "最多"), .trailing) { number($0.most) },
      ])
  }

  /// A count of things as it is typed: whole, above zero.
  static func count(_ text: String) throws -> Int64 { try OrderNew.quantity(text, decimals: 0) }
}

extension Complaint {
  /// `12,001 bags are more than 12,000 (10,000 + 20%)`.
  static func tooManyBags(
    _ no: String, _ asked: Int64, _ limits: PackagingLimits, isNewVersion: Bool
  ) -> Complaint {
    let most = limits.bags(isNewVersion: isNewVersion)
    let share = Percent.text(PackagingLimits.tolerance(isNewVersion: isNewVersion))
    let sum = "\(grouped(most)) (\(grouped(limits.pieces)) + \(share)%)"
    return Complaint(
      .refused,
      Text(
        "\(no): \(grouped(asked)) bags are more than \(sum)", "\(no): 包装袋 \(grouped(asked)) 多于 \(sum)",
        "\(no): 包裝袋 \(grouped(asked)) 多於 \(sum)"),
      try: "gendan work packaging \(no) --bags \(most)" + (isNewVersion ? " --new-version" : ""))
  }

  /// `835 cartons are not 834 (10,000 / 12)`.
  static func cartonsDiffer(
    _ no: String, _ asked: Int64, _ limits: PackagingLimits, perCarton: Int64
  ) -> Complaint {
    let needed = limits.cartons(of: perCarton) ?? 0
    let sum = "\(grouped(needed)) (\(grouped(limits.pieces)) / \(grouped(perCarton)))"
    return Complaint(
      .refused,
      Text(
        "\(no): \(grouped(asked)) cartons are not \(sum)", "\(no): 纸箱 \(grouped(asked)) 不等于 \(sum)",
        "\(no): 紙箱 \(grouped(asked)) 不等於 \(sum)"),
      try: "gendan work packaging \(no) --cartons \(needed) --per-carton \(perCarton)")
  }

  private static func grouped(_ number: Int64) -> String {
    Decimal.text(number, decimals: 0, grouped: true)
  }
}

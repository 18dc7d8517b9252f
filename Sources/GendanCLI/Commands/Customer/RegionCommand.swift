import ArgumentParser
import Gendan
import GendanOutput

/// `region`: sales regions, with who follows and who leads them (R-008).
struct RegionCommand: NounCommand {
  static let word = "region"
  static let chinese = ["区域", "區域"]
  static let about = Text("sales regions", "业务区域", "業務區域")
  static let verbs: [any BookCommand.Type] = [RegionSet.self, RegionList.self]

  static let manager = Text("region manager", "区域经理", "區域經理")
}

/// Says who follows and who leads a region.
struct RegionSet: BookCommand {
  static let sheet = CommandSheet(
    id: "region.set", word: "set", chinese: ["改"],
    about: Text("say who follows and leads a region", "定区域的跟单员和经理", "定區域的跟單員和經理"),
    usage: "NAME [--clerk WHO] [--manager WHO]",
    examples: ["region set 华东 --clerk lijia --manager 吴经理"], part: .admin, right: .supervise)

  @Argument var words: [String] = []
  @Option var clerk: String?
  @Option var manager: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.region.words, try: "gendan region set 华东 --clerk lijia")
    return try desk.write { writing, answer in
      let old = try Region.named(name, in: writing.db)
      func person(_ text: String?) throws -> Identifier<User>?? {
        try text.map { $0.trimmed.isEmpty ? nil : try User.named($0, in: writing.db).id }
      }
      try writing.set(region: name, clerk: try person(clerk), manager: try person(manager))
      let new = try Region.named(name, in: writing.db)
      var echo = FieldEcho()
      echo.add(CustomerWord.clerk.words, old?.clerk, new?.clerk)
      echo.add(RegionCommand.manager, old?.manager, new?.manager)
      answer.echo = [echo.line(name)]
    }
  }
}

/// Regions, who is responsible, and how many customers they have.
struct RegionList: BookCommand {
  static let sheet = CommandSheet(
    id: "region.list", word: "list", chinese: ["列表"],
    about: Text("list sales regions", "列出业务区域", "列出業務區域"), usage: "", examples: ["region list"],
    part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      Answer("regions", Self.listing(desk.language).list(try Region.all(in: reading.db)))
    }
  }

  private static func listing(_ language: Language) -> Listing<Region> {
    Listing(
      id: "regions", language: language,
      fields: [
        .init("region", Noun.region.heading) { Cell($0.name) },
        .init("clerk", CustomerWord.clerk.heading) { Cell(optional: $0.clerk) },
        .init(
          "manager",
          Text("Region manager", RegionCommand.manager.simplified, RegionCommand.manager.traditional)
        ) { Cell(optional: $0.manager) },
        .init("customers", Text("Customers", "客户数", "客戶數"), .trailing) { Cell(number: $0.customers) },
      ])
  }
}

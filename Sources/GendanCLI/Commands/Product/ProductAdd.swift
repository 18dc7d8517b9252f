import ArgumentParser
import Gendan
import GendanOutput

/// Registers a product.
struct ProductAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "product.add", word: "add", chinese: ["新增"],
    about: Text("register a product", "登记产品", "登記產品"),
    usage: "CODE NAME [--unit U] [--decimals 0-6] [--route R] [--lead WORKING-DAYS] [--sample yes|no]"
      + " [--statutory yes|no] [--printed yes|no]",
    examples: [
      "product add P-88 不锈钢法兰 DN50 --unit 件 --lead 15",
      "product add W-3 铜线 --unit kg --decimals 3",
    ], part: .admin)

  @Argument var words: [String] = []
  @Option var unit: String?
  @Option var decimals: String?
  @Option var route: String?
  @Option var lead: String?
  @Option var sample: String?
  @Option var statutory: String?
  @Option var printed: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan product add P-88 法兰"
    let code = try Array(words.prefix(1)).name(Text("the product's code", "产品编号", "產品編號"), try: example)
    let name = try Array(words.dropFirst()).name(Text("the product's name", "产品名称", "產品名稱"), try: example)
    let decimals = try ProductAdd.decimals(decimals ?? "0")
    let days = try ProductWord.leadDays(lead ?? "")
    let isSampled = try Answers.isYes(sample ?? Answers.no.rawValue)
    let isStatutory = try Answers.isYes(statutory ?? Answers.no.rawValue)
    let isPrinted = try Answers.isYes(printed ?? Answers.no.rawValue)
    return try desk.write { writing, answer in
      let way = try route.filled.map { try Route.named($0, in: writing.db) }
      try writing.addProduct(
        code: code, name: name, unit: unit.filled ?? "pcs", decimals: decimals, route: way?.id,
        leadDays: days, isSampled: isSampled, isStatutory: isStatutory, isPrinted: isPrinted)
      answer.echo = [
        Text("product ", "已登记产品 ", "已登記產品 ") + "\(code) \(name)" + Text(" registered", "", "")
      ]
      answer.extra = [.init("code", .string(code))]
    }
  }

  private static func decimals(_ text: String) throws -> Int {
    guard let number = Int(folded(text)), 0...6 ~= number else {
      throw Complaint(
        .usage,
        Text("\"\(text)\" is not between 0 and 6", "\"\(text)\" 不在 0 到 6 之间", "\"\(text)\" 不在 0 到 6 之間"),
        try: "--decimals 2")
    }
    return number
  }
}

import ArgumentParser
import Gendan
import GendanOutput

/// `product`: what is ordered and made.
struct ProductCommand: NounCommand {
  static let word = "product"
  static let chinese = ["产品", "產品"]
  static let about = Text("products", "产品资料", "產品資料")
  static let verbs: [any BookCommand.Type] = [
    ProductAdd.self, ProductList.self, ProductShow.self, ProductSet.self, ProductUnitCommand.self,
  ]
}

/// What can be changed about a product. Its decimals cannot: every quantity counts in them.
enum ProductWord: String, CaseIterable, Worded {
  case name, unit, route, lead, sample, statutory, printed, active

  var words: Text {
    switch self {
    case .name: Text("name", "名称", "名稱")
    case .unit: Text("unit", "单位", "單位")
    case .route: Text("route", "工艺", "製程")
    case .lead: Text("lead time", "标准工期", "標準工期")
    case .sample: Text("sample first", "先批样", "先批樣")
    case .statutory: Text("statutory inspection", "商检", "商檢")
    case .printed: Text("printed", "印刷品", "印刷品")
    case .active: Text("current", "现行", "現行")
    }
  }

  /// A standard lead time in working days; nil for an empty text.
  static func leadDays(_ text: String) throws -> Int? {
    if text.trimmed.isEmpty { return nil }
    guard let days = Int(folded(text)), 0...3650 ~= days else {
      throw Complaint(
        .usage,
        Text("\"\(text)\" is no number of working days", "\"\(text)\" 不是工作日天数", "\"\(text)\" 不是工作日天數"),
        try: "lead=15")
    }
    return days
  }
}

extension Product {
  /// What is shown of a product.
  static func listing(_ language: Language) -> Listing<Product> {
    Listing(
      id: "products", language: language,
      fields: [
        .init("code", Text("Code", "编号", "編號")) { Cell($0.code) },
        .init("name", Text("Name", "名称", "名稱"), shrinks: true) { Cell($0.name) },
        .init("unit", Text("Unit", "单位", "單位"), priority: 3) { Cell($0.unit) },
        .init("decimals", Text("Decimals", "小数位", "小數位"), .trailing, priority: 5) {
          Cell(number: $0.decimals)
        },
        .init("route", Text("Route", "工艺", "製程"), priority: 2) { Cell(optional: $0.route) },
        .init("lead_days", Text("Lead time, working days", "标准工期(工作日)", "標準工期(工作日)"), .trailing, priority: 1)
        {
          Cell(number: $0.leadDays)
        },
        .init("sample", Text("Sample first", "先批样", "先批樣"), priority: 4) {
          Cell(flag: $0.isSampled, language)
        },
        .init("statutory", ProductWord.statutory.heading, priority: 6) {
          Cell(flag: $0.isStatutory, language)
        },
        .init("min", Text("Min stock", "库存下限", "庫存下限"), .trailing, priority: 6) { product in
          product.minimum.map { Cell(product.quantity($0)) } ?? .none
        },
        .init("max", Text("Max stock", "库存上限", "庫存上限"), .trailing, priority: 6) { product in
          product.maximum.map { Cell(product.quantity($0)) } ?? .none
        },
        .init("printed", Text("Printed", "印刷品", "印刷品"), priority: 5) { Cell(flag: $0.isPrinted, language) },
        .init("active", Text("Current", "现行", "現行"), priority: 4) { Cell(flag: $0.isActive, language) },
      ])
  }
}

import Gendan
import GendanTestSupport

/// The shop of the scenarios: people, departments, routes, customers and products, and no orders.
enum ShopBook {
  /// Fills the empty book at a place.
  static func fill(_ place: String) throws {
    let (now, today) = (Instant(seconds: 1_767_571_200), Day(number: 20_458))
    let book = try Book(
      TestDatabase.open(place), actor: Actor(login: "wangfang", host: "desk"), now: now, today: today)
    _ = try book.write(EventEntry(command: "setup", line: "setup")) { writing in
      try people(writing)
      try goods(writing)
      try customers(writing)
      writing.entry.subject = "shop"
    }
  }

  private static func people(_ writing: Writing) throws {
    // The first to act is the book's administrator; here she has her name too.
    try writing.db.run("UPDATE users SET name = \("王芳") WHERE id = \(writing.user.id)")
    let sales = try writing.department("业务部")
    for (login, name, role) in [
      ("chenting", "陈婷", Role.clerk), ("lijia", "李佳", .clerk), ("zhaolei", "赵磊", .supervisor),
    ] {
      try writing.addUser(login: login, name: name, roles: [role], department: sales, language: "zh-Hans")
    }
  }

  private static func goods(_ writing: Writing) throws {
    let metal = try route(
      writing, "metal", "金属件",
      [
        ("备料", "仓库", 2), ("机加", "机加车间", 5), ("表面处理", "表面处理车间", 3), ("检验", "质检", 1),
        ("包装", "成品库", 1),
      ])
    let assembly = try route(
      writing, "assembly", "装配件", [("备料", "仓库", 2), ("装配", "总装车间", 4), ("检验", "质检", 1)])
    for (code, name, unit, route) in [
      ("FL-50", "不锈钢法兰 DN50", "件", metal), ("UCP205", "轴承座 UCP205", "件", metal),
      ("UCP208", "轴承座 UCP208", "件", metal), ("LED-36", "LED面板灯 36W", "盏", assembly),
    ] {
      try writing.addProduct(code: code, name: name, unit: unit, route: route, leadDays: 15)
    }
    try writing.addProduct(code: "RVV-2", name: "电缆 RVV 2x1.5", unit: "m", decimals: 2)
    try writing.addProduct(code: "OLD-1", name: "旧款支架", unit: "件", route: metal)
    try writing.set(product: try Product.named("OLD-1", in: writing.db), isActive: false)
  }

  private static func route(
    _ writing: Writing, _ code: String, _ name: String, _ steps: [(String, String, Int)]
  ) throws -> Identifier<Route> {
    try writing.setRoute(
      code: code, name: name,
      steps: steps.enumerated().map {
        RouteStep(seq: ($0 + 1) * 10, name: $1.0, department: $1.1, days: $1.2)
      })
  }

  /// 华威贸易 takes five percent more, 三和电子 means the day of arrival.
  private static func customers(_ writing: Writing) throws {
    let names = ["宏达机械", "宏达五金", "华威贸易", "Acme GmbH", "三和电子", "大成工具"]
    for (index, name) in names.enumerated() {
      try writing.insertCustomer(
        code: "C-000\(index + 1)",
        [
          .name: name, .address: "示范路 \(index + 1) 号", .contact: "采购部", .phone: "000-000000\(index)",
          .fax: "000-000000\(index)", .terms: "月结 30 天", .currency: name == "Acme GmbH" ? "EUR" : "CNY",
        ])
    }
    var more = CustomerTerms()
    more.over = 500
    try writing.set(customer: "C-0003", [:], more)
    var arrival = CustomerTerms()
    arrival.dateMeaning = .arrived
    try writing.set(customer: "C-0005", [:], arrival)
  }
}

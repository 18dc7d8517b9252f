import ArgumentParser
import Gendan
import GendanOutput

/// `route`: the steps by which products are made.
struct RouteCommand: NounCommand {
  static let word = "route"
  static let chinese = ["工艺", "製程"]
  static let about = Text("routes: the steps of production", "工艺路线: 生产的工序", "製程: 生產的工序")
  static let verbs: [any BookCommand.Type] = [
    RouteAdd.self, RouteList.self, RouteShow.self, RouteSet.self, RouteStepCommand.self,
  ]

  /// Reads `STEP[/DEPT[/DAYS]]`: 备料/仓库/2. Without days a step takes one.
  static func step(_ text: String, number: Int) throws -> RouteStep {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "／" }
      .map { String($0.trimmed) }
    let days = parts.count > 2 ? Int(folded(parts[2])) : 1
    guard let name = parts.first, !name.isEmpty, parts.count <= 3, let days, 0...365 ~= days else {
      throw Complaint(
        .usage, Text("cannot read the step \"\(text)\"", "看不懂工序 \"\(text)\"", "看不懂工序 \"\(text)\""),
        facts: [Text("a step is STEP/DEPT/DAYS", "工序写成 工序/部门/天数", "工序寫成 工序/部門/天數")],
        try: "gendan route set flange 备料/仓库/2 机加/机加车间/5")
    }
    let department = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    return RouteStep(seq: number * 10, name: name, department: department, days: days)
  }

  /// `备料 仓库 2d > 机加 机加车间 5d`.
  static func line(_ steps: [RouteStep]) -> Text {
    steps.map { step in
      Text(verbatim: ([step.name] + (step.department.map { [$0] } ?? [])).joined(separator: " ") + " ")
        + DateWords.days(step.days)
    }.joined(" > ")
  }
}

extension Route {
  /// What is shown of a route.
  static func listing(_ language: Language) -> Listing<Route> {
    Listing(
      id: "routes", language: language,
      fields: [
        .init("code", Text("Code", "编号", "編號")) { Cell($0.code) },
        .init("name", Text("Name", "名称", "名稱")) { Cell($0.name) },
        .init("days", Text("Working days", "工作日", "工作日"), .trailing) { route in
          Cell(number: route.steps.reduce(0) { $0 + $1.days })
        },
        .init("steps", Text("Steps", "工序", "工序"), shrinks: true) { route in
          Cell(RouteCommand.line(route.steps)[language], value: .array(route.steps.map(\.json)))
        },
      ])
  }
}

extension RouteStep {
  fileprivate var json: JSON {
    [
      "seq": .integer(Int64(seq)), "name": .string(name),
      "department": department.map(JSON.string) ?? .null, "days": .integer(Int64(days)),
    ]
  }
}

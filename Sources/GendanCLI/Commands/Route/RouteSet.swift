import ArgumentParser
import Gendan

/// Gives a route its steps, in the order in which they are typed.
struct RouteSet: BookCommand {
  static let sheet = CommandSheet(
    id: "route.set", word: "set", chinese: ["改"],
    about: Text("give a route its steps", "定工艺路线的工序", "定製程的工序"),
    usage: "CODE [--name N] STEP[/DEPT[/DAYS]]…",
    examples: ["route set flange 备料/仓库/2 机加/机加车间/5", "route set flange --name 法兰工艺"], part: .admin)

  @Argument var words: [String] = []
  @Option var name: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in answer.echo = try RouteWish(words, name).grant(in: writing) }
  }
}

/// A route as it was typed: its code, a name, and the steps.
struct RouteWish {
  let code: String
  private let name: String?
  private let steps: [RouteStep]

  init(_ words: [String], _ name: String?) throws {
    code = try words.prefix(1).map { $0 }
      .name(Text("the route's code", "工艺编号", "製程編號"), try: "gendan route set flange 备料/仓库/2")
    self.name = name.filled
    steps = try words.dropFirst().enumerated().map { try RouteCommand.step($1, number: $0 + 1) }
  }

  /// The route that has this code already.
  func known(in reading: Reading) throws -> Route? {
    try Route.all(in: reading.db).first { $0.code == code }
  }

  /// Writes what differs, and tells it.
  func grant(in writing: Writing) throws -> [Text] {
    let old = try known(in: writing)
    // What is known of a step's capacity stays with its name.
    let typed = steps.map { step in
      var step = step
      step.capacity = old?.steps.first { $0.name == step.name }?.capacity ?? step.capacity
      return step
    }
    let new = (name: name ?? old?.name ?? code, steps: steps.isEmpty ? old?.steps ?? [] : typed)
    guard !new.steps.isEmpty else {
      throw Complaint.missing(
        Text("at least one step", "工序", "工序"), try: "gendan route set \(code) 备料/仓库/2 机加/机加车间/5")
    }
    let departments = Set(try Department.all(in: writing.db).flatMap { [$0.name, $0.code] })
    if old?.name != new.name || old?.steps != new.steps {
      try writing.setRoute(code: code, name: new.name, steps: new.steps)
    }
    let title = Text(verbatim: code == new.name ? "\(code): " : "\(code) \(new.name): ")
    let unknown = Set(new.steps.compactMap(\.department)).subtracting(departments).sorted()
    let notice = Text("new departments: ", "新部门: ", "新部門: ") + unknown.joined(separator: ", ")
    return (unknown.isEmpty ? [] : [notice]) + [title + RouteCommand.line(new.steps)]
  }
}

import ArgumentParser
import Gendan
import GendanOutput

/// One route, a row for each step.
struct RouteShow: BookCommand {
  static let sheet = CommandSheet(
    id: "route.show", word: "show", chinese: ["看"],
    about: Text("show a route", "看一条工艺路线", "看一條製程"),
    usage: "CODE | NAME", examples: ["route show flange"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.route.words, try: "gendan route show flange")
    return try desk.read { reading in
      let route = try Route.named(name, in: reading.db)
      var answer = Answer("route_steps", RouteShow.listing(desk.language).list(route.steps))
      answer.extra = [.init("code", .string(route.code)), .init("name", .string(route.name))]
      return answer
    }
  }

  private static func listing(_ language: Language) -> Listing<RouteStep> {
    Listing(
      id: "route_steps", language: language,
      fields: [
        .init("seq", Text("No.", "序号", "序號"), .trailing) { Cell(number: $0.seq) },
        .init("name", Text("Step", "工序", "工序")) { Cell($0.name) },
        .init("department", Text("Department", "部门", "部門")) { Cell(optional: $0.department) },
        .init("days", Text("Working days", "工作日", "工作日"), .trailing) { Cell(number: $0.days) },
      ])
  }
}

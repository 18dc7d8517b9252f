import ArgumentParser
import Gendan

/// Registers a new route; one that is there already is left alone.
struct RouteAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "route.add", word: "add", chinese: ["新增"],
    about: Text("register a route", "登记工艺路线", "登記製程"),
    usage: "CODE [--name N] STEP[/DEPT[/DAYS]]…",
    examples: ["route add flange --name 法兰工艺 备料/仓库/2 机加/机加车间/5"], part: .admin)

  @Argument var words: [String] = []
  @Option var name: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let wish = try RouteWish(words, name)
      guard try wish.known(in: writing) == nil else { throw BookError.taken(.route, wish.code) }
      answer.echo = try wish.grant(in: writing)
    }
  }
}

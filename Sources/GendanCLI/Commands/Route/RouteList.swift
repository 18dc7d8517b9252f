import ArgumentParser
import Gendan
import GendanOutput

/// Every route with its steps.
struct RouteList: BookCommand {
  static let sheet = CommandSheet(
    id: "route.list", word: "list", chinese: ["列表"],
    about: Text("list routes", "列出工艺路线", "列出製程"),
    usage: "", examples: ["route list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      Answer("routes", Route.listing(desk.language).list(try Route.all(in: reading.db)))
    }
  }
}

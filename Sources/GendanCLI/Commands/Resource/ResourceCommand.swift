import ArgumentParser
import Gendan
import GendanOutput

/// `resource`: machines, teams and suppliers, and when they stand still.
struct ResourceCommand: NounCommand {
  static let word = "resource"
  static let chinese = ["资源", "資源"]
  static let about = Text("machines, teams and suppliers", "设备, 班组和外协", "設備, 班組和外協")
  static let verbs: [any BookCommand.Type] = [
    ResourceAdd.self, ResourceList.self, ResourceSet.self, ResourceStop.self, ResourceRestart.self,
  ]
}

/// Every resource, how much it can do, and whether it stands still.
struct ResourceList: BookCommand {
  static let sheet = CommandSheet(
    id: "resource.list", word: "list", chinese: ["列表"],
    about: Text("list resources", "列出资源", "列出資源"), usage: "", examples: ["resource list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let listing = Self.listing(desk.language, try desk.dateWords(reading), today: reading.today)
      return Answer("resources", listing.list(try Resource.all(in: reading.db)))
    }
  }

  private static func listing(_ language: Language, _ dates: DateWords, today: Day) -> Listing<Resource> {
    Listing(
      id: "resources", language: language,
      fields: [
        .init("code", Text("Code", "编号", "編號")) { Cell($0.code) },
        .init("name", ResourceWord.name.heading, shrinks: true) { Cell($0.name) },
        .init("dept", ResourceWord.dept.heading) { Cell(optional: $0.department) },
        .init("places", ResourceWord.places.heading, .trailing) {
          Cell(number: $0.isOutside ? nil : $0.places)
        },
        .init("efficiency", ResourceWord.efficiency.heading, .trailing) { resource in
          let points = Percent.text(Int64(resource.efficiency))
          return Cell("\(points)%", value: .decimal(points))
        },
        .init("shifts", ResourceWord.shifts.heading) { Cell(optional: $0.shifts) },
        .init("outside", ResourceWord.outside.heading) { Cell(id: Answers($0.isOutside), language) },
        .init("active", ResourceWord.active.heading, priority: 1) {
          Cell(id: Answers($0.isActive), language)
        },
        .init("stands", Noun.stop.heading, shrinks: true) { resource in
          resource.stop(on: today).map { Cell(dates.words($0)[language], value: .string($0.reason)) } ?? .none
        },
      ])
  }
}

extension Resource {
  /// Why it stands still on a day; nil where it works.
  fileprivate func stop(on day: Day) -> Stop? {
    stops.last { $0.fromOn <= day && $0.lastOn.map { day <= $0 } ?? true }
  }
}

extension DateWords {
  /// `主轴故障, 03-16 到 03-18`.
  fileprivate func words(_ stop: Resource.Stop) -> Text {
    Text(verbatim: "\(stop.reason), ") + short(stop.fromOn)
      + (stop.untilOn.map { Text(" to ", " 到 ", " 到 ") + short($0) } ?? Text(" on", " 起", " 起"))
  }
}

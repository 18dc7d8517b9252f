import ArgumentParser
import Gendan
import GendanOutput

/// Makes a demonstration book around today's date, and shows a morning with it.
struct BookDemo: BookCommand {
  static let sheet = CommandSheet(
    id: "book.demo", word: "demo", chinese: ["演示"],
    about: Text("make a demonstration book and show a day", "建一个演示账本并看一天", "建一個示範帳本並看一天"),
    usage: "[--db FILE]", examples: ["demo", "demo --db demo.db"], part: .admin)

  @OptionGroup var global: GlobalOptions

  /// The book that is made where none is named.
  static let standardPlace = "gendan-demo.db"

  func run(at desk: Desk) throws -> Answer {
    let place = desk.options.db ?? desk.environment("GENDAN_DB") ?? Self.standardPlace
    // A person's own book is never meant, though nobody names another.
    desk.options.db = place
    try removeDemonstration(at: place, desk)
    _ = try desk.makeBook()
    let written = try desk.write(source: .demo) { writing, _ in try DemoBook(writing).fill() }
    let greeting = Text(
      "A demonstration book is at \(place). Try: gendan --db \(place) today",
      "演示账本在 \(place)。 试试: gendan --db \(place) today", "示範帳本在 \(place)。 試試: gendan --db \(place) today")
    let pages: [(String, Answer)] = try [
      (
        "today",
        desk.read { reading in
          try DayScreen(desk, reading, limit: 10).answer(try DayReport.read(limit: 10, in: reading), who: nil)
        }
      ),
      ("overdue --by dept", desk.overdueByDepartment()),
      (
        "morning",
        desk.read { reading in
          try MorningPage(
            try MorningReport.read(previous: nil, in: reading), desk, reading,
            of: "", isWorking: try reading.calendar().isWorking(reading.today)
          ).answer
        }
      ),
    ]
    try desk.surroundings.write(desk.say(greeting) + "\n")
    for (line, page) in pages {
      try desk.surroundings.write("\n$ gendan --db \(place) \(line)\n")
      try Presentation(desk).show(page)
    }
    var answer = Answer()
    answer.event = written.event
    return answer
  }

  /// A demonstration book may be made anew; any other file is never touched.
  private func removeDemonstration(at place: String, _ desk: Desk) throws {
    guard !Place(place).isServer, FileSystem.exists(place) else { return }
    let isDemonstration = try Place(place).open(wait: desk.wait).read { db in
      try db.count("SELECT count(*) FROM events WHERE id = 1 AND source = 'demo'") == 1
    }
    guard isDemonstration else {
      throw Complaint(
        .cannotCreate,
        Text("\"\(place)\" is no demonstration book", "\"\(place)\" 不是演示账本", "\"\(place)\" 不是示範帳本"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan demo --db other.db")
    }
    for ending in ["", "-wal", "-shm"] { FileSystem.remove(place + ending) }
  }
}

extension Desk {
  /// The supervisor's page, as `overdue --by dept` prints it.
  fileprivate func overdueByDepartment() throws -> Answer {
    let words = ["overdue", "--by", "dept", "--db", place] + (options.today.map { ["--today", $0] } ?? [])
    guard let command = try GendanCommand.parseAsRoot(words) as? any BookCommand else { return Answer() }
    return try command.run(at: working(command.global))
  }
}

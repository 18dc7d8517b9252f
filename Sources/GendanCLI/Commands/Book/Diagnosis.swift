import Gendan
import GendanOutput

/// What `doctor` finds: the program, the book, the person and the place.
struct Diagnosis {
  private struct Item {
    let id: String
    let label: Text
    let value: String
  }

  private let desk: Desk
  private var items: [Item] = []
  /// What keeps the book from being used.
  private(set) var troubles: [Complaint] = []

  init(_ desk: Desk) { self.desk = desk }

  private mutating func add(_ id: String, _ label: Text, _ value: String) {
    items.append(Item(id: id, label: label, value: value))
  }

  mutating func run() {
    add("program", Text("program", "程序", "程式"), "gendan " + gendanVersion)
    let (language, origin) = self.language
    add("language", Text("language", "语言", "語言"), "\(language) (\(origin))")
    add("place", Text("book", "账本", "帳本"), desk.place)
    do {
      let database = try Place(desk.place).open(wait: desk.wait)
      try database.read { try describe(database.engine, $0) }
      try desk.read { try describe($0) }
    } catch {
      troubles.append(Complaint.of(error))
    }
  }

  /// The engine and what it stores, whatever the book's version.
  private mutating func describe(_ engine: Engine, _ db: any Transaction) throws {
    let name = Text("engine", "数据库", "資料庫")
    switch engine {
    case .sqlite:
      add("engine", name, "SQLite " + (try db.value("SELECT sqlite_version()") ?? ""))
      add("size", Text("size", "大小", "大小"), "\(FileSystem.size(of: desk.place) >> 10) KB")
      let mode = try db.value("SELECT journal_mode FROM pragma_journal_mode", as: String.self) ?? ""
      add("journal_mode", Text("journal mode", "日志方式", "日誌方式"), mode)
      let synchronous = try db.count("SELECT synchronous FROM pragma_synchronous")
      let words = ["off", "normal", "full", "extra"]
      add(
        "synchronous", Text("synchronous", "落盘", "落盤"),
        words.indices.contains(synchronous) ? words[synchronous] : String(synchronous))
      // Opening refuses a book on one, so whoever comes here is on none.
      add("network", Text("network file system", "网络文件系统", "網路檔案系統"), desk.say(Text("no", "否", "否")))
    case .postgresql:
      add("engine", name, "PostgreSQL " + (try db.value("SELECT current_setting('server_version')") ?? ""))
      let bytes: Int64 = try db.value("SELECT pg_database_size(current_database())") ?? 0
      add("size", Text("size", "大小", "大小"), "\(bytes >> 10) KB")
    }
    let version = try Schema.version(of: db)
    add("book_version", Text("book's version", "账本版本", "帳本版本"), "\(version) / \(Schema.version)")
    add("orders", Text("orders", "订单", "訂單"), String(try db.count("SELECT count(*) FROM orders")))
    let open = try db.count("SELECT count(*) FROM orders WHERE closed_on IS NULL AND cancelled = 0")
    add("open", Text("open orders", "在手", "在手"), String(open))
    add("events", Text("events", "流水", "流水"), String(try db.count("SELECT count(*) FROM events")))
  }

  /// The person, the day and the calendar.
  private mutating func describe(_ reading: Reading) throws {
    let user = try User.all(in: reading).first { $0.login == desk.actor.login }
    let known = user.map { "\($0.name), " + desk.say($0.roles.words) }
    let unknown = Text("unknown to the book", "账本里没有", "帳本裡沒有")
    add("user", Text("you", "你", "你"), "\(desk.actor.login) (\(known ?? desk.say(unknown)))")
    let zone = try reading.settings()[.zone]
    let minutes = desk.utcOffset(reading.now) / 60
    let sign = minutes < 0 ? "-" : "+"
    let (hour, minute) = (String(abs(minutes) / 60), String(abs(minutes) % 60 + 100).dropFirst())
    let machine = desk.say(Text("the machine's", "本机", "本機"))
    add("zone", Text("zone", "时区", "時區"), "\(zone.isEmpty ? machine : zone) UTC\(sign)\(hour):\(minute)")
    let words = try desk.dateWords(reading)
    add("today", Text("today", "今天", "今天"), desk.say(words.full(reading.today)))
    let year = reading.today.year
    let covered = try (year - 3...year + 2).filter { try reading.calendar().covers(year: $0) }
    add(
      "calendar", Text("holidays known for", "已知放假安排", "已知放假安排"),
      covered.map(String.init).joined(separator: " "))
  }

  /// The language and where it was said.
  private var language: (String, String) {
    let variables = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    let sources =
      [
        ("--lang", desk.options.lang), ("GENDAN_LANG", desk.environment("GENDAN_LANG")),
        ("config", desk.configuration["lang"]),
      ] + variables.map { ($0, desk.environment($0)) }
    let source = sources.first { $0.1.flatMap { Language(name: $0) } != nil }
    return (desk.language.rawValue, source?.0 ?? desk.say(Text("built in", "默认", "預設")))
  }

  var document: Document {
    let table = Table(
      "doctor", columns: [Column("item", ""), Column("value", "")],
      rows: items.map { item in
        .cells([Cell(desk.say(item.label), code: item.id), Cell(item.value)])
      }, showsHeader: false)
    return Document([.table(table), .blank] + ruler.map { .line($0) })
  }

  /// One line of characters whose width depends on the terminal, and one of the cells they should take.
  private var ruler: [String] {
    let isWide = (desk.options.ambiguous ?? desk.configuration["ambiguous"]) == "2"
    let sample = "①φ±℃→×…·■│"
    let cells = CellWidth.of(sample, ambiguous: isWide ? 2 : 1)
    let other = isWide ? "1" : "2"
    return [
      sample + "|",
      String(repeating: "-", count: cells) + "|  "
        + desk.say(
          Text(
            "the two bars must meet; else --ambiguous \(other)", "两条竖线要对齐, 否则用 --ambiguous \(other)",
            "兩條豎線要對齊, 否則用 --ambiguous \(other)")),
    ]
  }

  var json: String {
    let members =
      [JSON.Member("schema", .string("gendan.doctor/1"))]
      + items.map { JSON.Member($0.id, .string($0.value)) }
    let complaints = troubles.map { $0.json(desk.language)["error"] ?? .null }
    return JSON.object(members + [JSON.Member("troubles", .array(complaints))]).text
  }
}

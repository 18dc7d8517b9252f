import Gendan
import GendanOutput
import GendanTestSupport

@testable import GendanCLI

/// A desk with two customers and two products, at which files are imported.
final class ImportBench {
  let desk: TestDesk
  /// What the last line wrote to standard output.
  private(set) var output = ""
  /// What the last line wrote to standard error.
  private(set) var trouble = ""
  /// What a person answers; nil: nobody is there.
  var answer: String?
  var language = "en"

  init() throws {
    desk = try TestDesk()
    let customers = try desk.file("customers.csv", "code,name\nHD01,宏达机械\nAC01,Acme GmbH\n")
    let products = try desk.file("products.csv", "code,name,unit,decimals\nP1,法兰,pcs,0\nP2,线材,m,2\n")
    try run("import", customers, "--kind", "customers", "--yes")
    try run("import", products, "--kind", "products", "--yes")
  }

  /// Writes a file; returns its path.
  func file(_ name: String, _ text: String) throws -> String { try desk.file(name, text) }

  func file(_ name: String, bytes: [UInt8]) throws -> String {
    let path = desk.folder + "/" + name
    try FileSystem.write(bytes, to: path, replacing: true)
    return path
  }

  /// The text of a file beside the imported ones; nil where there is none.
  func text(of name: String) throws -> String? {
    let path = desk.folder + "/" + name
    return FileSystem.exists(path) ? String(decoding: try TextFile.read(path).bytes, as: UTF8.self) : nil
  }

  /// Runs a line.
  @discardableResult
  func run(_ words: String...) throws -> ExitCode? { try run(words) }

  @discardableResult
  func run(_ words: [String]) throws -> ExitCode? {
    let result = try desk.run(words, lang: language, answering: answer.map { [$0] } ?? [])
    (output, trouble) = (result.out, result.err)
    return ExitCode(rawValue: result.code)
  }

  /// Reads the book.
  func read<T>(_ body: (Reading) throws -> T) throws -> T {
    let instant = Instant(seconds: 1_773_619_200)
    let book = try Book(
      TestDatabase.open(desk.place), actor: Actor(login: "chenting", host: "desk"), now: instant,
      today: instant.day(utcOffset: 28_800))
    return try book.read(body)
  }

  /// What a line answers in JSON.
  func json(_ words: String...) throws -> JSON {
    try JSON.parse(desk.run(words + ["--json=*"], lang: language).out)
  }

  /// Every row of every table that imports write, columns with a bar between.
  func dump() throws -> [String: [String]] {
    try read { reading in
      var dump: [String: [String]] = [:]
      for table in Self.tables {
        let count = try reading.db.columns(of: table).count
        dump[table] = try reading.db.all("SELECT * FROM \(name: table) ORDER BY id") { row in
          (0..<count).map { row.isNull($0) ? "-" : row.text($0) }.joined(separator: "|")
        }
      }
      return dump
    }
  }

  private static let tables = [
    "customers", "products", "users", "departments", "orders", "order_lines", "schedules", "promises",
    "holds", "shipments", "shipment_lines", "arrivals", "production_orders", "operations", "progress",
    "import_profiles",
  ]
}

extension JSON {
  var rows: [JSON] { if case .array(let rows)? = self["rows"] { rows } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var int: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
}

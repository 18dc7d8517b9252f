import Foundation
import Gendan
import GendanOutput
import GendanTestSupport

/// A book made from public data by one of the scripts in Tests/RealData, asked through the built program.
struct RealBook {
  /// The folder with the data; nil where this checkout has none beside it.
  static let data: String? = {
    let beside = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data").path
    let folder = ProcessInfo.processInfo.environment["GENDAN_SHARED"] ?? beside
    return FileManager.default.fileExists(atPath: folder + "/northwind/orders.csv") ? folder : nil
  }()

  private let place: String
  private let answers: [JSON]

  /// Imports a dataset with its script and reads its known answers.
  init(_ script: String, expected: String) throws {
    let data = Self.data ?? ""
    place = try TestDatabase.makeURL()
    let scripts = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("RealData/\(script)").path
    _ = try Self.run(scripts, [Self.program, data, place])
    let text = try String(contentsOfFile: "\(data)/\(expected)", encoding: .utf8)
    answers = try JSON.parse(text)["answers"].items
  }

  /// What a command answers in JSON.
  func ask(_ words: String...) throws -> JSON {
    try JSON.parse(try Self.run(Self.program, words + ["--db", place, "--json"]))
  }

  /// Runs `gendan check`; its output, empty when the book is sound.
  func check() throws -> String { try Self.run(Self.program, ["check", "--db", place, "--lang", "en"]) }

  /// The rows of a known answer, each by its columns' names.
  func expected(_ id: String) throws -> [[String: String]] {
    guard let answer = answers.first(where: { $0["id"].plain == id }) else { throw Missing(id: id) }
    let columns = answer["columns"].items.map(\.plain)
    return answer["rows"].items.map { row in
      Dictionary(zip(columns, Optional(row).items.map(\.plain)), uniquingKeysWith: { $1 })
    }
  }

  struct Missing: Error { let id: String }
  struct Failed: Error { let line: String, output: String }

  /// The program that was built with these tests.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("gendan").path

  private static func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": "1"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw Failed(line: ([path] + arguments).joined(separator: " "), output: text)
    }
    return text
  }
}

extension JSON? {
  var items: [JSON] { if case .array(let items)? = self { items } else { [] } }
  var plain: String { self?.plain(orEmpty: ()) ?? "" }
  var number: Int { Int(plain) ?? 0 }
}

extension JSON {
  var plain: String { plain(orEmpty: ()) }

  fileprivate func plain(orEmpty: Void) -> String {
    switch self {
    case .string(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "1" : "0"
    case .null, .array, .object: ""
    }
  }
}

import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

@Suite struct `The command doctor` {
  private let desk: TestDesk

  init() throws { desk = try TestDesk() }

  @Test func `tells the program, the book, the person and the day`() throws {
    let result = try desk.run("doctor")
    #expect(result.code == 0)
    for text in ["gendan \(gendanVersion)", "en (GENDAN_LANG)", desk.place, "陈婷, admin", "UTC+8:00"] {
      #expect(result.out.contains(text))
    }
    #expect(result.out.contains("2026-03-16 Mon"))
    #expect(result.out.contains("2024 2025 2026"))
  }

  @Test(arguments: ["1", "2"])
  func `draws two bars that meet under the width that is set`(ambiguous: String) throws {
    let lines = try desk.run("doctor --ambiguous \(ambiguous)").out.split(separator: "\n").suffix(2)
    let ends = lines.map { line in
      CellWidth.of(String(line.prefix { $0 != "|" }), ambiguous: ambiguous == "1" ? 1 : 2)
    }
    #expect(ends.first == ends.last)
  }

  @Test func `says what is wrong with a book that is not there, and still says the rest`() throws {
    let result = try desk.run("--db \(desk.folder)/none.db doctor")
    #expect(result.code == 66)
    #expect(result.out.contains("gendan \(gendanVersion)"))
    #expect(result.err.contains("there is no book"))
    let json = try desk.run("--db \(desk.folder)/none.db doctor --json")
    #expect(json.code == 66)
    #expect(try JSON.parse(json.out)["troubles"] != .array([]))
  }

  @Test func `has an answer for programs`() throws {
    let json = try JSON.parse(try desk.run("doctor --json").out)
    #expect(json["schema"] == "gendan.doctor/1")
    #expect(json["events"] == "1")
    #expect(json["troubles"] == .array([]))
  }

  @Test func `leaves a book of this version alone, and refuses a newer one`() throws {
    #expect(try desk.run("doctor --upgrade") == ("the book is up to date: version 1\n", "", 0))
    try TestDatabase.open(desk.place).write {
      _ = try $0.run("INSERT INTO schema_versions (version, applied_at) VALUES (99, '2030-01-01T00:00:00Z')")
    }
    #expect(try desk.run("doctor --upgrade --yes").code == 78)
    let result = try desk.run("doctor")
    #expect(result.code == 78)
    #expect(result.out.contains("99 / 1"))
  }
}

import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// What a field means.
struct ExplainTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk() }

  @Test func `a field is named in any language, and told in the person's own`() throws {
    let english = try desk.run("explain late 未交").out
    #expect(english.hasPrefix("late  Late\n  working days from the due day"), "\(english)")
    #expect(english.contains("\nopen  Open\n"))
    let chinese = try desk.run("解释 超期 --width 60", lang: "zh-Hans").out
    #expect(chinese.hasPrefix("late  超期\n  从交期到交清"), "\(chinese)")
    #expect(chinese.split(separator: "\n").allSatisfy { CellWidth.of(String($0)) <= 60 })
  }

  @Test func `without a word all are listed, and nobody invents one`() throws {
    #expect(try desk.records("explain").count == OrderField.allCases.count)
    #expect(try desk.records("explain due").first?["field"] == "due")
    let unknown = try desk.run("explain weather")
    #expect(unknown.code == 64 && unknown.err.contains("known: no"), "\(unknown)")
  }
}

import Foundation
import GendanTestSupport
import Testing

@testable import GendanCLI

/// An order in a person's own editor.
struct OrderEditTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  /// Edits the order as the function does, and answers the questions.
  private func edit(
    _ answers: [String], lang: String = "en", _ change: @escaping (String) -> String
  ) throws -> TestDesk.Result {
    try desk.desk.run(
      "edit 0001", lang: lang, width: 100, answering: answers, environment: ["EDITOR": "myeditor -n"],
      shell: { line in
        guard line.hasPrefix("myeditor -n '"), let path = line.split(separator: "'").last else { return }
        do {
          let text = try String(contentsOfFile: String(path), encoding: .utf8)
          try change(text).write(toFile: String(path), atomically: false, encoding: .utf8)
        } catch { print(error) }
      })
  }

  @Test func `what was changed is shown, asked about, and one event`() throws {
    let before = try desk.dump.events()
    let result = try edit(["y"]) {
      $0.replacing("Qty: 100", with: "Qty: 260").replacing("PO: ", with: "PO: HD-9")
        .replacing("Wanted: 2026-04-30", with: "Wanted: 5/8")
    }
    #expect(result.code == 0, "\(result)")
    #expect(result.err.contains("line 1 Qty 100 -> 260"), "\(result)")
    #expect(try desk.dump.events() == before + 1)
    let shown = try desk.desk.run("show 0001").out
    #expect(shown.contains("260") && shown.contains("HD-9") && shown.contains("2026-05-08"))
    try desk.run("undo")
    #expect(try !desk.desk.run("show 0001").out.contains("HD-9"))
  }

  @Test func `each part of a line has its own quantity and day`() throws {
    try desk.run("split 0001 40=2026-04-30 --wanted")
    let result = try edit(["y"]) { $0.replacing("[1.2] 法兰\nQty: 60", with: "[1.2] 法兰\nQty: 70") }
    #expect(result.code == 0 && result.err.contains("line 1.2 Qty 60 -> 70"), "\(result)")
    #expect(!result.err.contains("line 1 "))
  }

  @Test func `in Chinese the fields have their Chinese names`() throws {
    let result = try edit(["y"], lang: "zh-Hans") { $0.replacing("数量: 100", with: "数量：120") }
    #expect(result.code == 0 && result.err.contains("第 1 行 数量 100 -> 120"), "\(result)")
  }

  @Test func `nothing is written without a change, a yes, or a text that can be read`() throws {
    let before = try desk.dump.text()
    #expect(try edit(["y"]) { $0 }.out.contains("nothing changed"))
    #expect(try edit(["n"]) { $0.replacing("Qty: 100", with: "Qty: 260") }.code == 2)
    #expect(try edit(["n"]) { $0 + "\nnonsense\n" }.err.contains("is no field of this order"))
    // What could not be saved is told before anybody is asked to save it.
    let unreadable = try edit(["n"]) { $0.replacing("Qty: 100", with: "Qty: many") }
    #expect(unreadable.err.contains("\"many\"") && !unreadable.err.contains("save this"), "\(unreadable)")
    #expect(try desk.desk.run("edit 0001").code == 64)
    #expect(try desk.dump.text() == before)
  }

  @Test func `a text that cannot be read is edited again`() throws {
    var turn = 0
    let result = try edit(["y", "y"]) { text in
      turn += 1
      return turn == 1
        ? text + "\nnonsense\n"
        : text.replacing("\nnonsense\n", with: "\nNote: called\n")
          .replacing("Qty: 100", with: "Qty: 110")
    }
    #expect(turn == 2, "\(result)")
  }
}

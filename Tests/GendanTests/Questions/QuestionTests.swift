import GendanTestSupport
import Testing

@testable import Gendan

/// Unclear points are put to the right people, and followed until they answer.
struct QuestionTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(want: "2026-04-20")
  }

  @discardableResult
  private func ask(_ name: String, _ text: String, due: String? = nil) throws -> Question {
    try shop.write("2026-03-13") { writing in
      try writing.ask(
        try Addressee.named(name, in: writing.db), about: try TestShop.order(no, writing), text,
        dueOn: try due.map(TestShop.day))
    }
  }

  private func answer(_ text: String, to seq: Int? = nil) throws -> Question {
    try shop.write("2026-03-16", right: .report) {
      try $0.answer(seq, of: try TestShop.order(no, $0), text)
    }
  }

  @Test func `a department or person is asked, an answer is wanted by the next working day (R-089)`() throws {
    let first = try ask("质检", "按哪个标准验")
    #expect(first.seq == 1)
    #expect(first.addressee == "质检")
    // Friday: the next working day is Monday.
    #expect(try first.dueOn == TestShop.day("2026-03-16"))
    #expect(try ask("李佳", "哪种纸箱").addressee == "李佳")
    #expect(throws: BookError.self) { try ask("没有的部门", "?") }
  }

  @Test(arguments: [("2026-03-17", false), ("2026-03-18", true), ("2026-03-19", true)])
  func `it is a reminder from its day on, until it is answered (R-089)`(_ day: String, _ isDue: Bool) throws {
    try ask("质检", "按哪个标准验", due: "2026-03-18")
    func tasks() throws -> [Task] {
      try shop.read(day) { reading in
        try Reminder.tasks(ReminderScope(day: reading.today), in: reading)
          .filter { $0.reminder == .questionOpen }
      }
    }
    #expect(try !tasks().isEmpty == isDue)
    _ = try answer("GB/T 9124")
    #expect(try tasks() == [])
  }

  @Test func `the check lists what is open, and the only one needs no number (R-089)`() throws {
    try ask("质检", "按哪个标准验")
    try ask("李佳", "哪种纸箱")
    let faults = try shop.read { reading in
      try OrderCheck.of(try TestShop.order(no, reading), in: reading).findings
        .filter { $0.advice == .questionsAnswered }.map(\.fault)
    }
    #expect(faults == [.askedOpen("1 质检: 按哪个标准验"), .askedOpen("2 李佳: 哪种纸箱")])
    let before = try shop.read { try Journal.newest(in: $0) }
    #expect(throws: BookError.self) { _ = try answer("五层") }
    #expect(try shop.read { try Journal.newest(in: $0) } == before)
    #expect(try answer("五层", to: 2).answeredBy != nil)
    #expect(try answer("GB/T 9124").seq == 1)
    #expect(throws: BookError.nothingLeft(.question, no)) { _ = try answer("again") }
  }
}

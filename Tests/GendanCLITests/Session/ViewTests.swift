import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Filters with a name.
struct ViewTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func numbers(_ line: String) throws -> String { try desk.desk.run(line + " -O name").out }

  @Test func `A view stands for its terms, in lists, reports and changes`() throws {
    try desk.run("new C-1 FL-50 7 --prio H --want 2026-04-30")
    try desk.run("view save 急 prio:H is:open")
    #expect(try numbers("list --view 急") == "SO2603-0002\n")
    #expect(try numbers("list --view=急") == "SO2603-0002\n")
    #expect(try numbers("list 视图：急 数量:..7") == "SO2603-0002\n")
    #expect(try numbers("list view:急 qty:8..") == "")
    #expect(try desk.desk.run("gantt view:急").code == 0)
    #expect(try desk.desk.run("view list").out.contains("prio:H is:open"))
    try desk.run("view save 急 prio:L")
    #expect(try numbers("list view:急") == "")
  }

  @Test func `A view of a view says what that one said`() throws {
    try desk.run("view save a is:open")
    try desk.run("view save b view:a 客户:宏达")
    try desk.run("view save a is:closed")
    #expect(try numbers("list view:b") == "SO2603-0001\n")
  }

  @Test func `A view that says the state is not narrowed to open orders`() throws {
    try desk.run("cancel 0001 --reason x --yes")
    try desk.run("view save gone is:cancelled")
    #expect(try numbers("list view:gone") == "SO2603-0001\n")
  }

  @Test(arguments: [
    ("view save x", 64), ("view save a:b is:open", 64), ("view save x custmer:red", 64), ("view rm x", 3),
    ("list view:x", 3), ("view save x is:nothing", 64),
  ])
  func `What is no name or filter is refused`(_ line: String, _ code: Int32) throws {
    #expect(try desk.desk.run(line).code == code)
    #expect(try desk.desk.records("view list").isEmpty)
  }
}

import Testing

@testable import GendanOutput

/// Messages to robots of chat groups.
struct ChatRendererTests {
  private static func document(rows: Int) -> Document {
    let table = Table(
      "overdue", columns: [Column("no", "单号"), Column("late", "超期", .trailing)],
      rows: (0..<rows).map { .cells([Cell("SO2603-\($0)"), Cell("4 天", style: .overdue)]) })
    return Document([
      .line("早报", .strong), .blank, .line("[超期]", .strong), .table(table), .blank, .line("[待办]", .strong),
      .line("评审 <b>*未签*</b>"),
    ])
  }

  private static func bodies(
    _ robot: ChatRenderer.Robot, _ document: Document, limit: Int? = nil
  ) throws -> [JSON] {
    let text = ChatRenderer(robot, title: "早报", limit: limit).render(document)
    return try text.split(separator: "\n").map { try JSON.parse(String($0)) }
  }

  private static func text(_ body: JSON) -> String {
    guard case .string(let text)? = body["markdown"]?["content"] ?? body["markdown"]?["text"] else {
      return ""
    }
    return text
  }

  @Test func `A short document is one message, with its title once and data that is no markup`() throws {
    let bodies = try Self.bodies(.wecom, Self.document(rows: 2))
    #expect(bodies.count == 1)
    #expect(bodies.first?["msgtype"] == "markdown")
    let text = bodies.first.map(Self.text)
    #expect(
      text == """
        ### 早报
        **［超期］**
        <font color="comment">单号 / 超期</font>
        > SO2603-0  <font color="warning">4 天</font>
        > SO2603-1  <font color="warning">4 天</font>
        **［待办］**
        评审 ＜b＞＊未签＊＜/b＞
        """)
  }

  @Test func `DingTalk has its title beside the text, and an empty line between lines`() throws {
    let bodies = try Self.bodies(.dingtalk, Self.document(rows: 1))
    #expect(bodies.first?["markdown"]?["title"] == "早报")
    #expect(bodies.first.map(Self.text)?.contains("> SO2603-0  **4 天**\n\n**［待办］**") == true)
  }

  @Test(arguments: [(ChatRenderer.Robot.wecom, nil), (.dingtalk, nil), (.wecom, 700), (.dingtalk, 900)])
  func `A long document is cut between sections, and every part fits`(
    _ robot: ChatRenderer.Robot, _ limit: Int?
  ) throws {
    let document = Self.document(rows: 900)
    let lines = ChatRenderer(robot, title: "早报", limit: limit).render(document).split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count <= limit ?? robot.limit })
    let texts = try Self.bodies(robot, document, limit: limit).map(Self.text)
    #expect(texts.count > 1)
    for (place, text) in texts.enumerated() {
      #expect(text.hasPrefix("### 早报 (\(place + 1)/\(texts.count))"))
    }
    // Every row is there once, under the heading of its section.
    let rows = texts.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("> ") }
    #expect(rows.count == 900)
    #expect(Set(rows).count == 900)
    #expect(texts.dropLast().allSatisfy { $0.contains("［超期］") })
  }

  @Test func `A line that no message takes is cut at a character`() throws {
    let line = String(repeating: "跟", count: 2000)
    let texts = try Self.bodies(.wecom, Document([.line(line)]), limit: 600).map(Self.text)
    #expect(texts.count == 1)
    #expect(texts.first?.hasSuffix("跟..") == true)
  }
}

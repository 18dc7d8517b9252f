import Foundation
import Testing

@testable import GendanOutput

/// Whole messages for `sendmail -t`.
struct MailRendererTests {
  private static func message(_ document: Document, subject: String = "跟单早报 2026-03-16 周一 超期 3 单 今日到期 2 单")
    -> String
  {
    MailRenderer(
      .init(
        from: "gendan@factory.example", to: ["a@factory.example", "b@factory.example"], subject: subject,
        date: "Mon, 16 Mar 2026 08:00:00 +0800", id: "morning.all.2026-03-16@factory.example"),
      layout: TextLayout(width: 92), page: HTMLRenderer(title: subject, language: "zh-Hans")
    ).render(document)
  }

  /// Python's own reader of mails finds the head and both parts again.
  private static func read(_ message: String) throws -> [String] {
    let script = """
      import email, email.policy, sys
      m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      print(m["subject"]); print(m["to"]); print(m["from"]); print(m["date"].datetime.isoformat()); print(len(m.defects))
      print(m.get_body(("plain",)).get_content().split("\\n")[2])
      print("<td>宏达" in m.get_body(("html",)).get_content())
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    python.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
    let (input, output) = (Pipe(), Pipe())
    python.standardInput = input
    python.standardOutput = output
    try python.run()
    input.fileHandleForWriting.write(Data(message.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func `A reader of mails finds the head, the text and the page`() throws {
    let table = Table("t", columns: [Column("c", "客户")], rows: [.cells(["宏达机械 <刘工>"])])
    let lines = try Self.read(Self.message(Document([.table(table)])))
    #expect(lines.first == "跟单早报 2026-03-16 周一 超期 3 单 今日到期 2 单")
    #expect(
      lines.dropFirst() == [
        "a@factory.example, b@factory.example", "gendan@factory.example", "2026-03-16T08:00:00+08:00", "0",
        "", "True", "",
      ])
  }

  @Test func `No line is longer than mail allows, and the head stays ASCII`() {
    let message = Self.message(Document([.line(String(repeating: "很长的一行", count: 500))]))
    #expect(message.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(message.utf8.allSatisfy { $0 == 10 || 0x20..<0x7F ~= $0 })
    #expect(Self.message(Document(), subject: "plain").contains("\nSubject: plain\n"))
  }

  @Test func `A subject cannot bring a head of its own`() {
    let message = Self.message(Document(), subject: "a\nBcc: all@example.com")
    #expect(!message.contains("\nBcc:"))
  }

  @Test func `Base64 is the standard's`() {
    for (text, code) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
      #expect(Base64.text(of: Array(text.utf8)[...]) == code)
    }
  }
}

import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Writing over what somebody else has changed since one looked.
struct MeanwhileTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("promise 0001 2026-05-06 --cause shortage")
  }

  @Test func `a promise that another moved is not moved over unseen`() throws {
    try desk.desk.run("show 0001")
    try desk.run("promise 0001 2026-05-20 --cause rework --as zhaolei")
    let before = try desk.dump.text()
    let refused = try desk.desk.run("promise 0001 2026-05-12 --cause machine", lang: "zh-Hans")
    #expect(refused.code == 7, "\(refused)")
    #expect(refused.err.contains("SO2603-0001 的现交期刚被 zhaolei 改过") || refused.err.contains("刚被 zhaolei 改过"))
    #expect(refused.err.contains("看到时是 2026-05-06, 现在是 2026-05-20, 这次要改成 2026-05-12"), "\(refused)")
    #expect(try desk.dump.text() == before)
    // Who insists types it again.
    #expect(try desk.desk.run("promise 0001 2026-05-12 --cause machine").code == 0)
  }

  @Test func `a field that another changed is told, another field is not`() throws {
    try desk.desk.run("list")
    try desk.run("set 0001 note=急 po=HD-9 --as zhaolei")
    #expect(try desk.desk.run("set 0001 prio=H").code == 0)
    let refused = try desk.desk.run("set 0001 po=HD-8")
    #expect(refused.code == 7 && refused.err.contains("set 0001 note=急 po=HD-9"), "\(refused)")
    #expect(try desk.desk.run("set 0001 po=HD-8 --json").code == 0)
    // One's own change is known.
    #expect(try desk.desk.run("set 0001 po=HD-7").code == 0)
  }

  @Test func `what nobody looked at here is written`() throws {
    try desk.run("set 0001 po=HD-9 --as zhaolei")
    #expect(try desk.desk.run("set 0001 po=HD-8").code == 0)
  }

  @Test func `a rehearsal tells it too, and does not count as told`() throws {
    try desk.desk.run("show 0001")
    try desk.run("set 0001.1 qty=90 --as zhaolei")
    #expect(try desk.desk.run("set 0001.1 qty=95 -n").code == 7)
    #expect(try desk.desk.run("set 0001.1 qty=95").code == 7)
    #expect(try desk.desk.run("set 0001.1 qty=95").code == 0)
  }

  @Test func `an editor's text is not saved over another's change`() throws {
    let result = try desk.desk.run(
      "edit 0001", width: 80, answering: ["y"],
      shell: { line in
        do {
          let path = line.split(separator: "'").dropFirst().first.map(String.init) ?? ""
          let text = String(decoding: try TextFile.read(path).bytes, as: UTF8.self)
          try desk.run("set 0001 po=HD-9 --as zhaolei")
          _ = try FileSystem.write(
            Array(text.replacing("PO: ", with: "PO: HD-8").utf8), to: path, replacing: true)
        } catch { Issue.record(error) }
      })
    #expect(result.code == 7, "\(result)")
    #expect(try desk.desk.records("list").first?["po"] == "HD-9")
  }

  @Test func `what was changed and taken back is no change, and a glance at a list is not all of an order`()
    throws
  {
    try desk.desk.run("show 0001")
    try desk.run("set 0001 prio=H --as zhaolei")
    try desk.run("undo --as zhaolei")
    #expect(try desk.desk.run("set 0001 prio=L").code == 0)
    try desk.run("set 0001 po=HD-9 --as zhaolei")
    try desk.desk.run("list")
    #expect(try desk.desk.run("set 0001 po=HD-8").code == 7)
  }
}

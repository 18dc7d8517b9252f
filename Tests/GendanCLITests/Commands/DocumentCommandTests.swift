import GendanOutput
import GendanTestSupport
import Testing

/// Papers are attached, listed and looked for.
struct DocumentCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("customer add 宏达机械 --address 某路 --contact 刘工 --phone 1 --fax 2 --terms 月结")
    try desk.run("product add P-88 法兰")
    try desk.run("new 宏达机械 P-88 300")
    return desk
  }

  @Test func `A paper is kept by path, fingerprint and size (R-424, R-108)`() throws {
    let desk = try desk()
    let path = try desk.file("fax.pdf", "abc")
    let attached = try desk.run("attach 0001 客户订单 \(path) --signed-by 王总", lang: "zh-Hans")
    #expect(attached.out == "SO2603-0001 v1 已附 客户订单 fax.pdf, 签字 王总。  撤销: gendan undo\n")
    guard case .array(let rows) = try desk.json("doc list 0001")["rows"] else {
      Issue.record("no rows")
      return
    }
    #expect(rows.count == 1)
    #expect(rows.first?["kind"] == "customer-order")
    #expect(rows.first?["path"] == .string(path))
    #expect(rows.first?["bytes"] == 3)
    #expect(
      rows.first?["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(rows.first?["signed_by"] == "王总")
    #expect(rows.first?["state"] == "unchanged")
    // The order's page says where the original is.
    #expect(try desk.run("show 0001").out.contains("customer's order  SO2603-0001 v1  \(path)"))
    try desk.run("undo")
    #expect(try desk.run("doc list 0001 -O name").out.isEmpty)
  }

  @Test func `What is gone or altered is found (R-424)`() throws {
    let desk = try desk()
    let path = try desk.file("contract.pdf", "one")
    let other = try desk.file("drawing.dwg", "two")
    try desk.run("attach 0001 contract \(path)")
    try desk.run("attach 0001 drawing \(other)")
    let well = try desk.run("doc verify")
    #expect(well.out == "2 papers, all as attached\n")
    #expect(well.code == 0)
    _ = try desk.file("contract.pdf", "One")
    let altered = try desk.run("doc verify 0001")
    #expect(altered.code == 8)
    #expect(altered.out.contains("contract.pdf") && altered.out.contains("altered"))
    #expect(!altered.out.contains("drawing.dwg"))
    try desk.run("attach 0001 other \(desk.folder)/contract.pdf")
    #expect(try desk.run("doc verify 宏达机械").code == 0)
  }

  @Test func `A paper belongs to what its number names (R-424)`() throws {
    let desk = try desk()
    let path = try desk.file("a.pdf", "a")
    try desk.run("sample add 0001")
    #expect(try desk.run("attach S2603-0001 drawing \(path)").out.hasPrefix("S2603-0001 attached"))
    #expect(try desk.run("attach C-0001 other \(path)").out.hasPrefix("C-0001 attached"))
    #expect(try desk.run("attach 宏达机械 drawing \(path)").out.hasPrefix("C-0001 attached"))
    // The order's file holds its sample's paper too.
    #expect(try desk.run("doc list 0001").out.contains("S2603-0001"))
  }

  @Test(arguments: [
    ("attach", 64), ("attach 0001", 64), ("attach 0001 contract", 64), ("attach 0001 nothing FILE", 64),
    ("attach 0001 contract /nowhere/a.pdf", 66), ("attach 0001 contract /tmp", 66),
    ("attach 0001 contract /dev/null", 66), ("attach 9999 contract FILE", 3), ("doc list 9999", 3),
    ("doc verify 9999", 3),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let desk = try desk()
    let path = try desk.file("a.pdf", "a")
    let refused = try desk.run(line.replacing("FILE", with: path))
    #expect(refused.code == code)
    #expect(refused.out.isEmpty)
    #expect(refused.err.hasPrefix("gendan: "))
  }

  @Test func `What the complete file still lacks is listed (R-425, R-131)`() throws {
    let desk = try desk()
    let path = try desk.file("a.pdf", "a")
    #expect(try desk.run("doc check 0001").code == 8)
    try desk.run("setting set dossier customer-order,swatch")
    try desk.run("attach 0001 customer-order \(path)")
    let lacking = try desk.run("doc check 0001", lang: "zh-Hans")
    #expect(lacking.code == 8)
    #expect(lacking.out.contains("面辅料样卡  否"))
    try desk.run("attach 0001 swatch \(path)")
    #expect(try desk.run("doc check 0001").code == 0)
    #expect(try desk.run("setting set dossier everything").code == 64)
  }

  @Test func `The same file is not attached twice as the same kind (R-424)`() throws {
    let desk = try desk()
    let path = try desk.file("a.pdf", "a")
    try desk.run("attach 0001 contract \(path)")
    #expect(try desk.run("attach 0001 contract \(path)").code == 5)
  }
}

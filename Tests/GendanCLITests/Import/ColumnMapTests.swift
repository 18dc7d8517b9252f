import Testing

@testable import GendanCLI

private let fields = [
  "customer": ["客户", "客戶"], "po": ["客户单号", "PO号"], "product": ["品名", "品名规格"],
  "quantity": ["数量", "數量", "qty"], "due": ["交货日期"],
]
private let header = ["序号", "PO号", "品名规格", " 数量 ", "交货日期", "备注", "备注"]

private func map(_ text: String, header: [String] = header) throws -> [String: Int] {
  try ColumnMap(text, fields: fields, header: header).columns
}

struct ColumnMapTests {
  @Test func `Columns are given by name, letter or number`() throws {
    #expect(try map("po=PO号,product=c,quantity=4,due=Ｅ") == ["po": 1, "product": 2, "quantity": 3, "due": 4])
  }

  @Test func `Case, width and spaces make no difference`() throws {
    #expect(try map(" Quantity = 数量 ，PO＝ｐｏ号") == ["quantity": 3, "po": 1])
  }

  @Test func `A field goes by any of its words`() throws {
    #expect(try map("客户单号=B,數量=D") == ["po": 1, "quantity": 3])
  }

  @Test func `The name written exactly so comes first, then the folded, then letters and numbers`() throws {
    let header = ["b", "po", "PO", "3", "A"]
    #expect(try map("po=PO", header: header) == ["po": 2])
    #expect(try map("po=3", header: header) == ["po": 3])
    #expect(try map("po=a", header: header) == ["po": 4])
    #expect(try map("po=c", header: header) == ["po": 2])
    #expect(try map("po=1", header: header) == ["po": 0])
  }

  @Test func `A name may hold an equals sign`() throws {
    #expect(try map("po=a=b", header: ["x", "a=b"]) == ["po": 1])
  }

  @Test(arguments: ["", "po", "po=", "=B", "po=B,", "po=B,,due=C"])
  func `What is no pair is told`(text: String) {
    #expect {
      try map(text)
    } throws: { error in
      if case .malformed? = error as? ColumnMapError { true } else { false }
    }
  }

  @Test func `An unknown field is told with the nearest`() {
    #expect(throws: ColumnMapError.unknownField("custmer", nearest: ["customer"])) { try map("custmer=A") }
  }

  @Test func `An unknown column is told with the nearest`() {
    #expect(throws: ColumnMapError.unknownColumn("交货日", field: "due", nearest: ["交货日期"])) {
      try map("due=交货日")
    }
    for column in ["0", "8", "-1", "H", "ZZZZZZZZZZZZZZ", "99999999999999999999"] {
      #expect(throws: ColumnMapError.unknownColumn(column, field: "due", nearest: [])) {
        try map("due=\(column)")
      }
    }
    #expect(throws: ColumnMapError.unknownColumn("1", field: "due", nearest: [])) {
      try map("due=1", header: [])
    }
  }

  @Test func `A name two columns have, and a field given twice, are told`() throws {
    #expect(throws: ColumnMapError.ambiguousColumn("备注", field: "po", columns: [5, 6])) {
      try map("po=备注")
    }
    #expect(try map("po=G") == ["po": 6])
    #expect(throws: ColumnMapError.repeatedField("PO")) { try map("po=A,PO=B") }
    #expect(throws: ColumnMapError.repeatedField("数量")) { try map("quantity=A,数量=A") }
  }

  @Test func `Columns are found by the words for their fields`() {
    let found = ColumnMap(header: header, fields: fields)
    #expect(found.columns == ["po": 1, "product": 2, "quantity": 3, "due": 4])
    #expect(found["quantity"] == 3 && found["customer"] == nil)
    #expect(ColumnMap(header: ["數量", "ＱＴＹ", "数量", "数量"], fields: fields).columns == ["quantity": 2])
  }

  @Test func `What is said overrides what is found`() throws {
    let said = try ColumnMap("quantity=A,customer=F", fields: fields, header: header)
    let whole = ColumnMap(header: header, fields: fields).overridden(by: said)
    #expect(whole.columns == ["po": 1, "product": 2, "quantity": 0, "due": 4, "customer": 5])
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (-1, "")])
  func `Letters are those of a spreadsheet`(column: Int, letters: String) {
    #expect(ColumnMap.letters(of: column) == letters)
  }
}

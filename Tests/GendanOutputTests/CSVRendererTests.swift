import GendanOutput
import Testing

@Suite struct CSVRendererTests {
  private func oneColumn(_ values: [JSON]) -> Document {
    Document([
      .table(Table("t", columns: [Column("a", "甲")], rows: values.map { .cells([Cell("", value: $0)]) }))
    ])
  }

  @Test func `values, not texts, are written, and only records`() {
    let csv = CSVRenderer().render(Document([.line("超期"), .table(byDepartment)]))
    #expect(
      csv == """
        no,product,qty,late,step\r
        SO2602-0118,不锈钢法兰 DN50,200,4,表面处理\r
        SO2602-0102,六角螺栓 M8x30,50000,3,表面处理\r
        SO2602-0131,LED面板灯 36W,1000,2,装配\r

        """)
  }

  @Test func `several tables make one sheet with a column for the section`() {
    let csv = CSVRenderer(header: .titles).render(today)
    #expect(csv.hasPrefix("section,单号,客户,产品,数量,交期,超期,卡在,原因\r\noverdue,SO2602-0118,"))
    #expect(csv.hasSuffix("due_today,SO2603-0007,三和电子,线束总成 12P,3000,2026-03-16,,,\r\n"))
  }

  @Test func `the header is of ids, of titles, of both or of none`() {
    let document = oneColumn([1])
    #expect(CSVRenderer(header: .none).render(document) == "1\r\n")
    #expect(CSVRenderer(header: .ids).render(document) == "a\r\n1\r\n")
    #expect(CSVRenderer(header: .titles).render(document) == "甲\r\n1\r\n")
    #expect(CSVRenderer(header: .both).render(document) == "a\r\n甲\r\n1\r\n")
  }

  @Test func `a byte order mark comes first if it is asked for`() {
    #expect(CSVRenderer(byteOrderMark: true).render(oneColumn([])).unicodeScalars.first == "\u{FEFF}")
    #expect(CSVRenderer().render(oneColumn([])).unicodeScalars.first == "a")
  }

  @Test func `an amount with its currency is written in plain words`() {
    let money: JSON = ["amount": "7300.00", "currency": "CNY"]
    #expect(
      CSVRenderer(header: .none).render(oneColumn([money, ["急", "样"], true, nil])) == """
        7300.00 CNY\r\n急 样\r\ntrue\r\n\r\n
        """)
  }

  @Test func `formulas are guarded only if it is asked for, and numbers never`() {
    let document = oneColumn(["=1+1", "+86 138", "-2", "-2+3", "@a", "＝A1", -5, "+7.50", "A=1"])
    #expect(CSVRenderer(header: .none).render(document).hasPrefix("=1+1\r\n+86 138\r\n"))
    #expect(
      CSVRenderer(header: .none, guardsFormulas: true).render(document)
        == "'=1+1\r\n'+86 138\r\n-2\r\n'-2+3\r\n'@a\r\n'＝A1\r\n-5\r\n+7.50\r\nA=1\r\n")
  }

  @Test func `tabs and line ends in a value become spaces between tabs`() {
    let table = Table(
      "t", columns: [Column("a", ""), Column("b", "")], rows: [.cells(["x\ty\r\nz", "\"q\", r"])])
    let text = CSVRenderer(separator: .tab).render(Document([.table(table)]))
    #expect(text == "a\tb\nx y z\t\"q\", r\n")
  }

  @Test func `whatever a value holds comes back from quoted text`() {
    let pieces = ["a", ",", "\"", "\r", "\n", "\r\n", " ", "汉", "\"\u{301}", "\t", "'", ";", "😀"]
    var random = FixedRandom(state: 7)
    for _ in 0..<300 {
      let rows = (0..<3).map { _ in
        (0..<4).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
            .joined()
        }
      }
      let columns = (0..<4).map { Column("c\($0)", "") }
      let table = Table("t", columns: columns, rows: rows.map { .cells($0.map { Cell($0) }) })
      let csv = CSVRenderer(header: .none).render(Document([.table(table)]))
      #expect(fields(of: csv) == rows.map { $0.map { Array($0.unicodeScalars) } })
    }
  }

  /// A reader of RFC 4180 written from the grammar, for comparison.
  private func fields(of csv: String) -> [[[Unicode.Scalar]]] {
    var records: [[[Unicode.Scalar]]] = []
    var record: [[Unicode.Scalar]] = []
    var field: [Unicode.Scalar] = []
    var isQuoted = false
    let scalars = Array(csv.unicodeScalars)
    var next = 0
    while next < scalars.count {
      let scalar = scalars[next]
      next += 1
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if next < scalars.count, scalars[next] == "\"" {
          field.append("\"")
          next += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        record.append(field)
        field = []
      } else if scalar == "\r" {
        next += 1
        records.append(record + [field])
        record = []
        field = []
      } else {
        field.append(scalar)
      }
    }
    return records
  }
}

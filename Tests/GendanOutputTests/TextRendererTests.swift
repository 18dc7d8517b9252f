import GendanOutput
import Testing

@Suite struct TextRendererTests {
  private func text(_ document: Document, _ layout: TextLayout = TextLayout()) -> String {
    TextRenderer(layout).render(document)
  }

  @Test func `tables of one group share the widths of their columns`() {
    #expect(
      text(today) == """
        超期 3
          #  单号         客户       产品              数量  交期   超期  卡在      原因
          1  SO2602-0118  宏达机械   不锈钢法兰 DN50    200  03-10  4 天  表面处理  缺料
          2  SO2602-0131  华威贸易   LED面板灯 36W    1,000  03-12  2 天  装配      返工
          3  SO2602-0140  Acme GmbH  轴承座 UCP205      500  03-13  1 天  检验

        今日到期 1
         12  SO2603-0007  三和电子   线束总成 12P     3,000  03-16

        """)
  }

  @Test func `a narrow terminal drops the least important columns and then cuts texts`() {
    #expect(
      text(today, TextLayout(width: 66)) == """
        超期 3
          #  单号         客户       产品            交期   超期  卡在
          1  SO2602-0118  宏达机械   不锈钢法兰 D..  03-10  4 天  表面处理
          2  SO2602-0131  华威贸易   LED面板灯 36W   03-12  2 天  装配
          3  SO2602-0140  Acme GmbH  轴承座 UCP205   03-13  1 天  检验

        今日到期 1
         12  SO2603-0007  三和电子   线束总成 12P    03-16

        """)
  }

  @Test func `headings, sums and rules stand between the rows`() {
    #expect(
      text(Document([.table(byDepartment)]), TextLayout(width: 53)) == """
        单号         产品               数量   超期  卡在工序
        -----------------------------------------------------
        表面处理车间
        SO2602-0118  不锈钢法兰 DN50     200   4 天  表面处理
        SO2602-0102  六角螺栓 M8x30   50,000   3 天  表面处理
          小计 2 单                   50,200  均3.5
        -----------------------------------------------------
        总装车间
        SO2602-0131  LED面板灯 36W     1,000   2 天  装配
        -----------------------------------------------------
        合计 3 单   其中改期 2 次..   51,200

        """)
  }

  @Test func `a label of sums takes the room that the page has to spare`() {
    let wide = text(Document([.table(byDepartment)]), TextLayout(width: 100)).lines
    #expect(wide.last == "合计 3 单   其中改期 2 次以上 0 单  51,200")
    #expect(CellWidth.of(wide[1]) == 53 + 6)
    #expect(
      text(Document([.table(byDepartment)]), TextLayout(width: 58)).lines.last?.contains("以上 0..") == true)
  }

  @Test func `the marked row has its sign in the indent`() {
    var table = Table("steps", columns: [Column("no", "#", .trailing), Column("step", "工序")])
    table.rows = [.cells(["10", "备料"]), .cells(["40", "表面处理"], marked: true)]
    table.indent = 3
    #expect(text(Document([.table(table)])) == "    #  工序\n   10  备料\n>  40  表面处理\n")
    table.indent = 1
    #expect(text(Document([.table(table)])) == "  #  工序\n 10  备料\n 40  表面处理\n")
  }

  @Test func `colour stands around the text and not around its padding`() {
    let table = Table(
      "t", columns: [Column("late", "超期", .trailing), Column("no", "单号")],
      rows: [
        .cells([Cell("4", style: .overdue), "A"]), .cells(["10", Cell("B", style: .faint)], marked: true),
      ])
    let document = Document([.line("超期 2", .strong), .table(table)])
    #expect(
      text(document, TextLayout(colour: true)) == """
        \u{1B}[1m超期 2\u{1B}[0m
        超期  单号
           \u{1B}[31m4\u{1B}[0m  A
          \u{1B}[1m10\u{1B}[0m  \u{1B}[2mB\u{1B}[0m

        """)
    #expect(!text(document).contains("\u{1B}"))
  }

  @Test func `headers can be left out of all tables`() {
    #expect(!text(today, TextLayout(showsHeaders: false)).contains("单号"))
    #expect(text(today, TextLayout(showsHeaders: false)).contains("SO2602-0118"))
  }

  @Test func `a rule is as long as the longest line and no longer than the page`() {
    let document = Document([.line("数量 200 件"), .rule, .line("x"), .blank])
    #expect(text(document) == "数量 200 件\n-----------\nx\n\n")
    #expect(text(document, TextLayout(width: 4)).lines[1] == "----")
  }

  @Test func `data cannot move the cursor`() {
    let hostile = "宏达\u{1B}[2J\r\n\u{9B}31m\u{8}"
    let table = Table(
      hostile, columns: [Column("c", hostile), Column("n", "n")],
      rows: [.cells([Cell(hostile), "1"]), .heading(hostile), .subtotal([Cell(hostile)])])
    let lines = text(Document([.line(hostile), .table(table)])).lines
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B } })
  }

  @Test func `a page too narrow for what must stay cuts the last column and shows no others`() {
    let table = Table(
      "t", columns: [Column("no", "单号"), Column("qty", "数量"), Column("due", "交期")],
      rows: [.cells(["SO2602-0118", "50,000", "03-10"])])
    #expect(text(Document([.table(table)]), TextLayout(width: 17)).lines[1] == "SO2602-0118  50..")
    #expect(text(Document([.table(table)]), TextLayout(width: 15)).lines[1] == "SO2602-0118")
    #expect(text(Document([.table(table)]), TextLayout(width: 0)) == "\n\n")
  }

  @Test func `the widest text is cut first`() {
    let table = Table(
      "t", columns: [Column("a", "", shrinks: true), Column("b", "", shrinks: true)],
      rows: [.cells([Cell(String(repeating: "a", count: 40)), Cell(String(repeating: "b", count: 12))])])
    let line = text(Document([.table(table)]), TextLayout(width: 30, showsHeaders: false)).lines[0]
    #expect(line == "aaaaaaaaaaaaaa..  bbbbbbbbbbbb")
  }

  @Test func `a line of prose is broken at its wider gaps and commas, and goes on further in`() {
    let line = Document([.line("在手 9 单   超期 3   今日到期 2   待办 3")])
    #expect(text(line, TextLayout(width: 24)) == "在手 9 单   超期 3\n  今日到期 2   待办 3\n")
    #expect(text(line, TextLayout(width: 37)) == "在手 9 单   超期 3   今日到期 2\n  待办 3\n")
    #expect(text(line, TextLayout(width: 40)) == "在手 9 单   超期 3   今日到期 2   待办 3\n")
    let list = Document([.line("交期 03-10, 第 2 次改期, 原因 缺料; 已告知 刘工")])
    #expect(text(list, TextLayout(width: 26)) == "交期 03-10, 第 2 次改期,\n  原因 缺料; 已告知 刘工\n")
    // A command is never broken.
    let command = "  try: gendan promise 118 +3wd --cause shortage"
    #expect(text(Document([.line(command)]), TextLayout(width: 20)) == command + "\n")
  }
}

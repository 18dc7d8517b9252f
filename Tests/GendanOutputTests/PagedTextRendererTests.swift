import GendanOutput
import Testing

@Suite struct PagedTextRendererTests {
  private let frame = PageFrame(
    title: "超期订单", scope: "截至 2026-03-16", origin: "gendan", stamp: "数据版本 e18452",
    signatures: [.init("制表", name: "陈婷"), .init("审核")], numbering: .init("第 ", " 页 共 ", " 页"))

  private func document(rows: Int) -> Document {
    var table = Table(
      "t", columns: [Column("no", "单号"), Column("step", "工序")], rows: [.heading("总装车间")], ruled: true)
    table.rows += (1...rows).map { .cells([Cell("SO-\($0)"), "装配"]) }
    return Document([.table(table), .blank, .line("原因: 缺料 1")])
  }

  @Test func `one page has its title in the middle, its foot, and places to sign`() {
    #expect(
      PagedTextRenderer(TextLayout(width: 50), frame: frame).render(document(rows: 1)) == """
                           超 期 订 单
        截至 2026-03-16                    第 1 页 共 1 页
        ==================================================
        单号  工序
        ----------
        总装车间
        SO-1  装配
        ----------

        原因: 缺料 1
        ==================================================

        制表: 陈婷               审核: ______________
        gendan                             数据版本 e18452

        """)
  }

  @Test func `each page repeats the head, the titles of the columns and the name of the group`() {
    let text = PagedTextRenderer(TextLayout(width: 50), frame: frame, length: 20, feedsForms: true)
      .render(document(rows: 40))
    let pages = text.split(separator: "\u{C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    #expect(pages.count == 4)
    for (number, page) in pages.enumerated() {
      #expect(page.count <= 21, "20 lines, each with its end")
      #expect(page[1].hasSuffix("第 \(number + 1) 页 共 4 页"))
      #expect(page[3] == "单号   工序")
      #expect(page[5] == "总装车间")
    }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("SO-") }
    #expect(rows.count == 40, "no row is lost or printed twice")
    #expect(pages[3].contains { $0.hasPrefix("制表: 陈婷") })
    #expect(pages[3].contains { $0.hasPrefix("SO-") }, "nobody signs an empty page")
  }

  @Test(arguments: 1...60)
  func `without form feeds every page has its lines, whatever the rows`(rows: Int) {
    let text = PagedTextRenderer(TextLayout(width: 50), frame: frame, length: 22).render(document(rows: rows))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count % 22 == 0)
    #expect(lines.filter { $0.hasPrefix("SO-") }.count == rows)
    #expect(lines.allSatisfy { CellWidth.of(String($0)) <= 50 })
    for start in stride(from: 0, to: lines.count, by: 22) { #expect(lines[start].hasSuffix("超 期 订 单")) }
  }

  @Test func `prose that is wider than the paper is broken, for a printer would lose count of its lines`() {
    let text = PagedTextRenderer(TextLayout(width: 40), frame: PageFrame(title: "x"))
      .render(Document([.line(String(repeating: "长", count: 50))]))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("长") }.map(\.count) == [20, 20, 10])
  }

  @Test func `what a page says of itself cannot leave its place in the style sheet`() {
    let hostile = "\"; } </style><script>\\"
    let page = HTMLRenderer(
      title: "t", language: "en",
      frame: PageFrame(
        title: hostile, scope: hostile, origin: hostile, signatures: [.init(hostile, name: hostile)])
    ).render(Document())
    #expect(page.ranges(of: "</style>").count == 1)
    #expect(!page.contains("<script"))
    #expect(page.contains("@top-left { content: \"\\22 ; } \\3c /style\\3e \\3c script\\3e \\5c \";"))
  }
}

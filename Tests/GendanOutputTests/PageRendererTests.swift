import GendanOutput
import Testing

@Suite struct PageRendererTests {
  @Test func `Markdown has tables, bold headings and escaped data`() {
    let table = Table(
      "t", columns: [Column("no", "单号"), Column("qty", "数量", .trailing)],
      rows: [
        .cells(["a|b", Cell("1,000", value: 1000)]), .heading("总装*车间"), .cells(["<b>\n_x_", "2"]),
        .subtotal(["小计"]), .rule,
      ])
    let document = Document([.line("# 在手"), .blank, .table(table), .line("完", .strong)])
    #expect(
      MarkdownRenderer().render(document) == ##"""
        \# 在手

        | 单号 | 数量 |
        | --- | ---: |
        | a\|b | 1,000 |

        **总装\*车间**

        | 单号 | 数量 |
        | --- | ---: |
        | \<b> \_x\_ | 2 |
        | **小计** |  |

        **完**

        """##)
  }

  @Test func `the page says its language and brings nothing from outside`() {
    let page = HTMLRenderer(title: "跟单早报", language: "zh-Hans").render(today)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n"))
    #expect(page.contains("<title>跟单早报</title>"))
    #expect(page.contains("@page { size: A4 landscape;"))
    #expect(page.contains("table-header-group"))
    #expect(!page.contains("<script") && !page.contains("http") && !page.contains("url("))
    #expect(page.contains("<td class=\"number overdue\">4 天</td>"))
    #expect(page.count(of: "<thead>") == 1, "the second table shows no header")
  }

  @Test func `data in the page is never markup`() {
    let hostile = "</style><script>\"'&\u{1B}"
    let table = Table(
      hostile, columns: [Column("c", hostile)],
      rows: [.heading(hostile), .cells([Cell(hostile)]), .subtotal([Cell(hostile)])], total: [Cell(hostile)])
    let page = HTMLRenderer(title: hostile, language: hostile)
      .render(Document([.line(hostile), .table(table)]))
    #expect(!page.contains("<script"))
    #expect(page.count(of: "</style>") == 1)
    #expect(!page.contains("\u{1B}"))
    #expect(page.count(of: "&lt;/style&gt;&lt;script&gt;&quot;&#39;&amp; ") == 9)
  }

  @Test func `an order number or a day is not broken where the columns fit the paper`() {
    func page(_ number: String, _ paper: PageFormat) -> String {
      let table = Table(
        "t",
        columns: [
          Column("no", "单号"), Column("product", "产品", shrinks: true), Column("qty", "数量", .trailing),
        ],
        rows: [.cells([Cell(number), Cell(String(repeating: "法兰", count: 200)), Cell("20.00 kg + 350 件")])])
      return HTMLRenderer(title: "", language: "zh-Hans", paper: paper).render(Document([.table(table)]))
    }
    let fitting = page("SO2602-0118", PageFormat(.a5, isPortrait: true))
    #expect(fitting.contains("<table id=\"t\" class=\"whole\">"))
    #expect(fitting.contains("<td>SO2602-0118</td><td class=\"text\">法兰"))
    // Goods of two units may stand in two lines.
    #expect(fitting.contains("<td class=\"number sum\"><span>20.00 kg</span> + <span>350 件</span></td>"))
    // Rather broken than beyond the edge.
    let wide = String(repeating: "0", count: 80)
    #expect(page(wide, PageFormat()).contains("class=\"whole\""))
    #expect(!page(wide, PageFormat(isPortrait: true)).contains("class=\"whole\""))
  }

  @Test func `sums and headings span the columns they need`() {
    let page = HTMLRenderer(title: "", language: "zh-Hans").render(Document([.table(byDepartment)]))
    #expect(page.contains("<tr class=\"heading\"><td colspan=\"5\">表面处理车间</td></tr>"))
    #expect(page.contains("<tr class=\"subtotal\"><td colspan=\"2\">  小计 2 单</td><td class=\"number\">"))
    #expect(page.contains("<tr class=\"rule\"><td colspan=\"5\"></td></tr>"))
    #expect(page.contains("<tr class=\"marked\"><td>SO2602-0131</td>"))
  }

  @Test func `names are the first cells, one a line or with NUL between`() {
    #expect(
      NamesRenderer().render(Document([.table(byDepartment)])) == "SO2602-0118\nSO2602-0102\nSO2602-0131\n")
    #expect(NamesRenderer().render(today).hasSuffix("\nSO2603-0007\n"), "not the number of the line")
    let table = Table("t", columns: [Column("no", "")], rows: [.cells(["A\nB"]), .cells([])])
    #expect(NamesRenderer(terminator: .nul).render(Document([.table(table)])) == "A B\0")
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func count(of part: String) -> Int {
    ranges(of: part).count
  }
}

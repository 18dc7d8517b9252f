import Testing

@testable import GendanOutput

/// Bars over days, as text and as a drawing.
@Suite struct BarChartTests {
  private var chart: BarChart {
    var chart = BarChart(
      headings: ["单号", "客户"], widths: [6, 8], ticks: [(0, "3/9"), (7, "3/16")],
      rows: [
        BarChart.Row(heading: "质检"), BarChart.Row(["SO1", "宏达机械厂"], Array("=v!!!..|>  "), tail: "+2 天"),
        BarChart.Row(["SO2", "A<b"], Array("  ---..--  ")),
      ])
    chart.legend = [("=", "已做"), ("v", "交期"), (".", "休息日"), ("|", "今天")]
    return chart
  }

  @Test func `a line has its labels in cells, a character a day, and no space at its end`() {
    #expect(
      chart.lines == [
        "单号    客户      3/9    3/16", "质检", "SO1     宏达机..  =v!!!..|>    +2 天", "SO2     A<b         ---..--",
        "= 已做   v 交期   . 休息日   | 今天",
      ])
    #expect(TextRenderer().render(Document([.chart(chart)])) == chart.lines.map { $0 + "\n" }.joined())
  }

  @Test func `days of rest are dim where there is colour, and nothing else changes`() {
    let coloured = TextRenderer(TextLayout(colour: true)).render(Document([.chart(chart)]))
    #expect(coloured.contains("\u{1B}[2m..\u{1B}[0m") && coloured.contains("\u{1B}[31m!!!\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == chart.lines.map { $0 + "\n" }.joined())
  }

  @Test func `a day may take two characters`() {
    var chart = chart
    chart.cells = 2
    #expect(chart.lines[3].hasSuffix("    ------....----"))
  }

  @Test func `a page draws the bars, brings nothing from outside, and data is never markup`() {
    let page = HTMLRenderer(title: "甘特", language: "zh-Hans").render(Document([.chart(chart)]))
    #expect(page.contains("<svg class=\"chart\"") && page.contains("A&lt;b") && !page.contains("<script"))
    // The bar of the second order goes on over its days of rest.
    #expect(page.components(of: "class=\"plan\"") == 1 && page.components(of: "class=\"late\"") == 1)
    #expect(page.components(of: "class=\"today\"") == 2 && page.components(of: "class=\"due\"") == 2)
    #expect(!page.contains("http"))
  }

  @Test func `Markdown keeps the lines as they are`() {
    let text = MarkdownRenderer().render(Document([.chart(chart)]))
    #expect(text.hasPrefix("````\n单号") && text.hasSuffix("今天\n````\n"))
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

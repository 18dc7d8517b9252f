extension BarChart {
  /// What a mark is drawn as; nil for what is no bar.
  private enum Bar: String, CaseIterable {
    case plan, done, late, expected

    init?(_ mark: Character) {
      switch mark {
      case "-": self = .plan
      case "=": self = .done
      case "#", "!": self = .late
      case ">": self = .expected
      default: return nil
      }
    }
  }

  /// One run of days of the same bar.
  private struct Run {
    let bar: Bar
    var days: ClosedRange<Int>
  }

  private static let rowHeight = 22
  private static let cell = 7

  /// The chart as a drawing that stands in a page, with no script and nothing outside itself.
  func svg(_ escaped: (String) -> String) -> String {
    let day = max(4, min(22, 760 / max(days, 1)))
    var starts: [Int] = []
    var left = 0
    for width in widths {
      starts.append(left)
      left += (width + 2) * Self.cell
    }
    let tail = (rows.map { CellWidth.of($0.tail) }.max() ?? 0) * Self.cell
    let width = left + days * day + 12 + tail
    let bottom = (rows.count + 1) * Self.rowHeight
    let height = bottom + (legend.isEmpty ? 8 : Self.rowHeight + 8)
    var svg = """
      <svg class="chart" viewBox="0 0 \(width) \(height)" style="max-width: \(width)px" role="img">

      """
    let top = Self.rowHeight
    for place in restDays {
      svg +=
        "<rect class=\"rest\" x=\"\(left + place * day)\" y=\"\(top)\" width=\"\(day)\" height=\"\(bottom - top)\"/>\n"
    }
    for tick in ticks {
      let x = left + tick.day * day
      svg += "<line class=\"week\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(bottom)\"/>\n"
      svg += text(tick.name, x: x + 2, y: 15, "tick", escaped)
    }
    for (start, heading) in zip(starts, headings) { svg += text(heading, x: start, y: 15, "head", escaped) }
    for (index, row) in rows.enumerated() {
      svg += drawing(row, y: top + index * Self.rowHeight, left: left, day: day, starts: starts, escaped)
    }
    if let today = place(of: ["|", "^"]) {
      let x = left + today * day + day / 2
      svg += "<line class=\"today\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(bottom)\"/>\n"
    }
    return svg + key(y: bottom + 4, escaped) + "</svg>\n"
  }

  /// What the colours mean.
  private func key(y: Int, _ escaped: (String) -> String) -> String {
    var svg = ""
    var x = 0
    for entry in legend {
      if let bar = Bar(entry.mark) {
        svg +=
          "<rect class=\"\(bar.rawValue)\" x=\"\(x)\" y=\"\(y + 5)\" width=\"14\" height=\"12\" rx=\"2\"/>\n"
      } else if entry.mark == "v" {
        svg += "<path class=\"due\" d=\"M\(x) \(y + 6)h14l-7 9z\"/>\n"
      } else if entry.mark == "." {
        svg += "<rect class=\"rest\" x=\"\(x)\" y=\"\(y + 5)\" width=\"14\" height=\"12\"/>\n"
      } else {
        svg += "<line class=\"today\" x1=\"\(x + 7)\" x2=\"\(x + 7)\" y1=\"\(y + 4)\" y2=\"\(y + 18)\"/>\n"
      }
      svg += text(entry.words, x: x + 20, y: y + 15, "label", escaped)
      x += 44 + CellWidth.of(entry.words) * Self.cell
    }
    return svg
  }

  private func drawing(
    _ row: Row, y: Int, left: Int, day: Int, starts: [Int], _ escaped: (String) -> String
  ) -> String {
    let base = y + 15
    if row.isHeading { return text(row.labels.joined(), x: 0, y: base, "head", escaped) }
    var svg = ""
    for (start, label) in zip(starts, row.labels) { svg += text(label, x: start, y: base, "label", escaped) }
    for run in runs(of: row) {
      let x = left + run.days.lowerBound * day
      svg +=
        "<rect class=\"\(run.bar.rawValue)\" x=\"\(x)\" y=\"\(y + 5)\" width=\"\(run.days.count * day)\" height=\"12\" rx=\"2\"/>\n"
    }
    for (place, mark) in row.marks.enumerated() where mark == "v" {
      let x = left + place * day
      svg +=
        "<path class=\"due\" d=\"M\(x) \(y + 3)h\(day)l-\(day / 2) 9z\"/>\n"
    }
    return svg + text(row.tail, x: left + days * day + 8, y: base, "label", escaped)
  }

  /// Bars go on over days of rest, and under the marks of today and of a due day, where they go on after them.
  private func runs(of row: Row) -> [Run] {
    var runs: [Run] = []
    var skipped = 0
    for (place, mark) in row.marks.enumerated() {
      guard let bar = Bar(mark) else {
        skipped = mark == " " ? row.marks.count : skipped + 1
        continue
      }
      if let last = runs.last, last.bar == bar, last.days.upperBound + skipped + 1 == place {
        runs[runs.count - 1].days = last.days.lowerBound...place
      } else {
        runs.append(Run(bar: bar, days: place...place))
      }
      skipped = 0
    }
    return runs
  }

  /// Days of rest in every row, as far as no mark covers them.
  private var restDays: [Int] {
    (0..<days).filter { place in
      rows.contains { $0.marks.indices.contains(place) && $0.marks[place] == "." }
    }
  }

  private func place(of marks: Set<Character>) -> Int? {
    rows.lazy.compactMap { $0.marks.firstIndex(where: marks.contains) }.first
  }

  private func text(_ text: String, x: Int, y: Int, _ name: String, _ escaped: (String) -> String) -> String {
    text.isEmpty ? "" : "<text class=\"\(name)\" x=\"\(x)\" y=\"\(y)\">\(escaped(text))</text>\n"
  }

  /// How a page dresses the drawing.
  static let css = """
    .chart { display: block; width: 100%; font-size: 12px; margin: 4pt 0 }
    .chart .head, .chart .tick { font-weight: bold } .chart .tick { fill: #666 }
    .chart .rest { fill: #f0f0f0 } .chart .week { stroke: #ddd } .chart .today { stroke: #1558b0; stroke-dasharray: 3 2 }
    .chart .plan { fill: #b7c4d8 } .chart .done { fill: #3f8f5f } .chart .late { fill: #c0392b }
    .chart .expected { fill: #e0a030 } .chart .due { fill: #000 }
    """
}

/// Bars over a scale of days. Each row has a character a day: text shows them as they are, a page draws them.
///
/// `-` is planned, `=` done, `#` done and `!` still to come after its day, `>` expected, `.` a day of rest; `v` marks
/// a due day, `|` and `^` today.
public struct BarChart: Sendable, Equatable {
  /// One line of bars.
  public struct Row: Sendable, Equatable {
    /// What stands before the bars, a text a column.
    public var labels: [String]
    /// A character a day.
    public var marks: [Character]
    /// What stands after them.
    public var tail: String
    /// Whether it is a heading across the chart.
    public var isHeading = false

    /// A line of bars.
    public init(_ labels: [String], _ marks: [Character], tail: String = "") {
      self.labels = labels
      self.marks = marks
      self.tail = tail
    }

    /// A heading over the rows that follow.
    public init(heading: String) {
      self.init([heading], [])
      isHeading = true
    }
  }

  /// What stands over the labels.
  public var headings: [String]
  /// The width of each label's column in cells.
  public var widths: [Int]
  /// Names over some days, by their place from 0.
  public var ticks: [(day: Int, name: String)]
  /// The lines of bars.
  public var rows: [Row]
  /// What the marks mean, told below the chart.
  public var legend: [(mark: Character, words: String)] = []
  /// How many characters a day takes in text.
  public var cells = 1
  /// How many cells stand between columns.
  public var gap = 2

  /// A chart.
  public init(headings: [String], widths: [Int], ticks: [(day: Int, name: String)], rows: [Row]) {
    self.headings = headings
    self.widths = widths
    self.ticks = ticks
    self.rows = rows
  }

  /// The same chart.
  public static func == (a: BarChart, b: BarChart) -> Bool {
    a.headings == b.headings && a.widths == b.widths && a.rows == b.rows && a.cells == b.cells
      && a.gap == b.gap
      && a.ticks.elementsEqual(b.ticks) { $0 == $1 } && a.legend.elementsEqual(b.legend) { $0 == $1 }
  }

  /// How many days the bars have.
  public var days: Int { rows.map(\.marks.count).max() ?? 0 }

  /// The chart as lines of a screen.
  public var lines: [String] { parts.map { $0.map(\.text).joined() } + legendLine }

  /// What the marks mean, in one line; none where they explain themselves.
  var legendLine: [String] {
    legend.isEmpty ? [] : [legend.map { "\($0.mark) \($0.words)" }.joined(separator: "   ")]
  }

  /// A part of a line with what its colour stands for.
  typealias Part = (text: String, style: Style?)

  /// The lines, in parts of one style each: days of rest are dim.
  var parts: [[Part]] {
    var scale = [Character](repeating: " ", count: days * cells + 8)
    for tick in ticks {
      for (offset, character) in tick.name.enumerated() where tick.day * cells + offset < scale.count {
        scale[tick.day * cells + offset] = character
      }
    }
    var parts = [line(headings, [(String(scale), nil)], "")]
    for row in rows {
      if row.isHeading {
        parts.append([(row.labels.joined(), .strong)])
      } else {
        parts.append(line(row.labels, bars(of: row), row.tail))
      }
    }
    return parts
  }

  private func bars(of row: Row) -> [Part] {
    var parts: [Part] = []
    for mark in row.marks {
      let style: Style? =
        switch mark {
        case ".": .faint
        case "!", "#": .overdue
        case ">": .attention
        default: nil
        }
      let text = String(repeating: mark, count: cells)
      if let last = parts.last, last.style == style {
        parts[parts.count - 1].text = last.text + text
      } else {
        parts.append((text, style))
      }
    }
    return parts
  }

  private func line(_ labels: [String], _ bars: [Part], _ tail: String) -> [Part] {
    let space = String(repeating: " ", count: gap)
    let columns = zip(widths, labels + Array(repeating: "", count: max(0, widths.count - labels.count)))
      .map { width, label in CellWidth.pad(CellWidth.cut(label, to: width), to: width) + space }
    var parts: [Part] = [(columns.joined(), nil)]
    parts += bars
    parts.append(("  " + tail, nil))
    // A line ends with its last character.
    while var last = parts.popLast() {
      while last.text.last == " " { last.text.removeLast() }
      if last.text.isEmpty { continue }
      parts.append(last)
      break
    }
    return parts
  }
}

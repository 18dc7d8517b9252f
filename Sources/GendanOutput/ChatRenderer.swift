/// Writes a document as messages to the robot of a chat group: one request body a line, in JSON, none longer
/// than the robot takes.
///
/// Robots know neither tables nor lists: a row is a line. A message ends where a section does, unless one
/// section alone is too long.
public struct ChatRenderer: Sendable {
  /// Whose robot it is.
  public enum Robot: String, Sendable, CaseIterable {
    /// WeCom, 企业微信.
    case wecom
    /// DingTalk, 钉钉.
    case dingtalk

    /// The bytes of a message that it takes.
    public var limit: Int {
      switch self {
      case .wecom: 4096
      case .dingtalk: 20_000
      }
    }

    /// What makes a new line.
    fileprivate var lineEnd: String { self == .wecom ? "\n" : "\n\n" }

    /// The request's body.
    fileprivate func body(title: String, _ text: String) -> String {
      let heading = "### \(title)"
      let whole = text.isEmpty ? heading : heading + lineEnd + text
      let message: JSON =
        switch self {
        case .wecom: ["msgtype": "markdown", "markdown": ["content": .string(whole)]]
        case .dingtalk:
          ["msgtype": "markdown", "markdown": ["title": .string(title), "text": .string(whole)]]
        }
      return message.text
    }
  }

  /// Whose robot it is.
  public var robot: Robot
  /// The title of each message.
  public var title: String
  /// The bytes of a body, at most.
  public var limit: Int

  /// A renderer for a robot, which takes as much as the robot does unless less is said.
  public init(_ robot: Robot, title: String, limit: Int? = nil) {
    self.robot = robot
    self.title = title.printable
    self.limit = min(limit ?? robot.limit, robot.limit)
  }

  /// The bodies, each with its line end.
  public func render(_ document: Document) -> String {
    let texts = packed(sections(of: document))
    return texts.enumerated().map { place, text in
      let part = texts.count > 1 ? " (\(place + 1)/\(texts.count))" : ""
      return robot.body(title: title + part, text) + "\n"
    }.joined()
  }

  /// Lines that belong together, a heading first where there is one.
  private typealias Section = [String]

  private func sections(of document: Document) -> [Section] {
    var sections: [Section] = [[]]
    for block in document.blocks {
      switch block {
      // The title stands above each message already.
      case .line(let text, _) where text.cellText == title.cellText: continue
      case .line(let text, let style): sections[sections.count - 1].append(styled(text, style))
      case .blank, .rule: sections.append([])
      case .chart(let chart): sections[sections.count - 1] += chart.lines.map(Self.escaped)
      case .table(let table): sections[sections.count - 1] += lines(of: table)
      }
    }
    return sections.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
  }

  private func lines(of table: Table) -> [String] {
    var lines: [String] = []
    if table.showsHeader {
      lines.append(styled(table.columns.map(\.title).filter { !$0.isEmpty }.joined(separator: " / "), .faint))
    }
    func line(_ cells: [Cell]) -> String {
      zip(table.columns, table.complete(cells)).filter { !$0.1.text.isEmpty }
        .map { styled($0.1.text, $0.1.style) }.joined(separator: "  ")
    }
    for row in table.rows {
      switch row {
      case .cells(let cells, _): lines.append("> " + line(cells))
      case .heading(let text): lines.append(styled(text, .strong))
      case .subtotal(let cells): lines.append(line(cells))
      case .rule: break
      }
    }
    if let total = table.total { lines.append(line(total)) }
    return lines
  }

  private func styled(_ text: String, _ style: Style?) -> String {
    let text = Self.escaped(text)
    guard !text.isEmpty, let style else { return text }
    if style == .strong || robot == .dingtalk && style == .overdue { return "**\(text)**" }
    guard robot == .wecom else { return text }
    switch style {
    case .overdue, .attention: return "<font color=\"warning\">\(text)</font>"
    case .early: return "<font color=\"info\">\(text)</font>"
    case .faint, .strong: return "<font color=\"comment\">\(text)</font>"
    }
  }

  /// Robots know no way to say that a sign is none: data shows its wide twin instead.
  private static func escaped(_ text: String) -> String {
    let twins: [Character: Character] = [
      "<": "＜", ">": "＞", "*": "＊", "`": "｀", "[": "［", "]": "］", "#": "＃", "_": "＿",
    ]
    return String(text.cellText.split(separator: " ").joined(separator: " ").map { twins[$0] ?? $0 })
  }

  /// The texts of the messages: as many sections in each as it takes.
  private func packed(_ sections: [Section]) -> [String] {
    var texts: [String] = []
    var current: [String] = []
    func end() {
      if !current.isEmpty { texts.append(current.joined(separator: robot.lineEnd)) }
      current = []
    }
    for section in sections {
      if fits(current + section) {
        current += section
      } else {
        end()
        for part in parts(of: section) {
          end()
          current = part
        }
      }
    }
    end()
    return texts.isEmpty ? [""] : texts
  }

  /// A section in as many parts as it needs, each under the section's first line.
  private func parts(of section: Section) -> [Section] {
    if fits(section) { return [section] }
    let heading = section.count > 1 && !section[0].hasPrefix("> ") ? [section[0]] : []
    var parts: [Section] = []
    var part = heading
    for line in section.dropFirst(heading.count) {
      let line = fits(heading + [line]) ? line : cut(line, after: heading)
      if !fits(part + [line]) {
        parts.append(part)
        part = heading
      }
      part.append(line)
    }
    return parts + [part]
  }

  /// The beginning of a line that alone is longer than a message.
  private func cut(_ line: String, after heading: Section) -> String {
    var low = 0
    var high = line.count
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(heading + [line.prefix(middle) + ".."]) { low = middle } else { high = middle - 1 }
    }
    return line.prefix(low) + ".."
  }

  private func fits(_ lines: [String]) -> Bool {
    robot.body(title: title + " (99/99)", lines.joined(separator: robot.lineEnd)).utf8.count <= limit
  }
}

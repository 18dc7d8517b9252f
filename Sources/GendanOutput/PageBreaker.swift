/// Parts lines among pages: what names others stays with them, and a table that goes on says its header and
/// the group it is in once more.
struct PageBreaker {
  /// The lines that a page has room for.
  private let room: Int
  private var pages: [[TextLine]] = []
  private var page: [TextLine] = []
  /// What the next page repeats while a table goes on.
  private var header: [TextLine] = []
  private var heading: TextLine?
  private var isHeader = false

  init(room: Int) {
    self.room = room
  }

  /// The lines, page by page.
  consuming func pages(_ lines: [PageLine]) -> [[TextLine]] {
    var next = lines.startIndex
    while next < lines.endIndex {
      // What must not be torn apart comes as one.
      let end = lines[next...].firstIndex { !$0.staysWithNext }.map { $0 + 1 } ?? lines.endIndex
      if page.count + (end - next) > room { turn(to: lines[next]) }
      for line in lines[next..<end] {
        note(line)
        // No page begins with an empty line.
        if !page.isEmpty || !line.content.text.isEmpty { page.append(line.content) }
      }
      next = end
    }
    turn(to: nil)
    return pages
  }

  /// Ends the page and begins the one on which `line` is the first that is new.
  private mutating func turn(to line: PageLine?) {
    while page.last?.text.isEmpty == true { page.removeLast() }
    if !page.isEmpty { pages.append(page) }
    switch line?.role {
    case .row: page = header + (heading.map { [$0] } ?? [])
    case .heading: page = header
    case .prose, .title, .header, nil: page = []
    }
  }

  private mutating func note(_ line: PageLine) {
    switch line.role {
    case .header:
      header = isHeader ? header + [line.content] : [line.content]
      heading = nil
    case .heading: heading = line.content
    case .prose, .title:
      header = []
      heading = nil
    case .row: break
    }
    isHeader = line.role == .header
  }
}

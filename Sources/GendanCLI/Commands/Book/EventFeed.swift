import Gendan
import GendanOutput

/// `log -f`: the newest events, and then each as it is entered, the oldest first; for a person who watches, or as JSON
/// a line for a program that acts on them. It ends when nobody reads it any more.
struct EventFeed {
  private let desk: Desk
  private let filter: LogFilter
  private let isFull: Bool

  /// Of the events that a filter lets through, from the newest few on.
  init(_ filter: LogFilter, isFull: Bool, at desk: Desk) {
    self.desk = desk
    self.filter = filter
    self.isFull = isFull
    let options = desk.options
    // A feed has no head and no end: a row a line.
    if options.json != nil || options.format.map(folded) == "json" {
      if let fields = options.json.filled, fields != "*" { options.columns = fields }
      (options.json, options.format) = (nil, "ndjson")
    }
  }

  /// Tells what there is and what comes.
  func run() throws -> Answer {
    var filter = filter
    if desk.options.limit == nil { filter.limit = 10 }
    repeat {
      try desk.renew()
      let table = try desk.read { reading -> Table in
        let entries = try Journal.log(filter, in: reading)
        // What the filter does not let through needs no second look.
        filter.after = try Journal.newest(in: reading)
        return try EventLines(desk, reading).table(entries.reversed(), withFields: isFull)
      }
      filter.limit = 1_000_000
      if !table.rows.isEmpty {
        try Presentation(desk).show(EventLog.answer(table, isFull: isFull))
        desk.options.noHeaders = true
      }
    } while desk.surroundings.pause(1)
    return .silent
  }
}

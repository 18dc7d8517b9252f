import ArgumentParser
import Gendan

/// Takes back the newest event of one's own, several, or one that is named.
struct EventUndo: BookCommand {
  static let sheet = CommandSheet(
    id: "event.undo", word: "undo", chinese: ["撤销", "撤銷", "復原"],
    about: Text("take back your last change", "撤销刚才的改动", "復原剛才的變更"),
    usage: "[N | eNUMBER] [--with-later]", examples: ["undo", "undo 3", "undo e18440 --with-later"],
    part: .evening)

  @Argument var words: [String] = []
  @Flag(name: .customLong("with-later")) var withLater = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let events = try desk.read { try chosen(at: desk, in: $0) }
    let foreign = events.filter { $0.login != desk.actor.login }
    if let other = foreign.first {
      try desk.confirm(
        Text(
          "e\(other.id) is \(other.login)'s", "e\(other.id) 是 \(other.login) 的改动",
          "e\(other.id) 是 \(other.login) 的變更"))
    }
    let today = try desk.book().today
    if let old = events.first(where: { desk.day(of: $0) < today }) {
      try desk.confirm(
        Text(
          "e\(old.id) is of \(desk.day(of: old)): take it back?",
          "e\(old.id) 是 \(desk.day(of: old)) 的改动, 撤销?",
          "e\(old.id) 是 \(desk.day(of: old)) 的變更, 復原?"))
    }
    if events.count > 3, let last = events.last {
      try desk.confirm(
        Text(
          "take back \(events.count) changes, down to e\(last.id)?",
          "撤销 \(events.count) 次改动, 直到 e\(last.id)?",
          "復原 \(events.count) 次變更, 直到 e\(last.id)?"))
    }
    return try desk.whole { desk in
      var answer = Answer()
      answer.isWrite = true
      answer.remedy = "redo"
      for event in events {
        let undone = try desk.write(right: event.right) { writing, _ in
          try writing.allow(event, of: desk.day(of: event))
          try Journal.undo(event, in: writing)
        }
        answer.event = undone.event
        answer.touched += event.subject.map { [$0] } ?? []
        answer.echo.append(EventUndo.line(event, Text("undone", "已撤销", "已復原")))
      }
      return answer
    }
  }

  /// The events without which there is no book.
  private static let first: Set<String> = [BookInit.sheet.id, BookDemo.sheet.id]

  /// What is to be undone, newest first.
  private func chosen(at desk: Desk, in reading: Reading) throws -> [Event] {
    let word = words.first.map(folded) ?? "1"
    if word.hasPrefix("e"), let id = Int64(word.dropFirst()) {
      let event = try Journal.event(id, in: reading)
      if Self.first.contains(event.command) {
        throw Complaint(
          .refused,
          Text(
            "e\(id) made the book, and is not undone", "e\(id) 是建账, 不能撤销", "e\(id) 是建帳, 不能復原"),
          try: "gendan log")
      }
      guard withLater else { return [event] }
      return try Journal.later(than: id, in: reading).map { try Journal.event($0, in: reading) } + [event]
    }
    guard let count = Int(word), 1...100 ~= count else {
      throw Complaint(
        .usage, Text("\"\(word)\" names no event", "\"\(word)\" 不是流水号", "\"\(word)\" 不是流水號"),
        try: "gendan undo", "gendan log")
    }
    let events = try Journal.undoable(count, by: desk.actor.login, in: reading)
      .filter { !Self.first.contains($0.command) }
    guard !events.isEmpty else { throw JournalError.noSuchEvent(nil) }
    return events
  }

  /// `e18452 undone: promise 118 +3wd`.
  static func line(_ event: Event, _ done: Text) -> Text {
    Text(verbatim: "e\(event.id) ") + done + ": " + event.line
  }
}

/// Does again what was undone last.
struct EventRedo: BookCommand {
  static let sheet = CommandSheet(
    id: "event.redo", word: "redo", chinese: ["重做"],
    about: Text("do again what was undone", "重做刚撤销的", "重做剛復原的"),
    usage: "", examples: ["redo"], part: .evening)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (undoing, event) = try desk.read { reading -> (Event, Event) in
      guard let undoing = try Journal.redoable(by: desk.actor.login, in: reading), let id = undoing.undoes
      else { throw JournalError.nothingToRedo }
      return (undoing, try Journal.event(id, in: reading))
    }
    var answer = try desk.write(right: event.right) { writing, _ in
      try writing.allow(event, of: desk.day(of: event))
      try Journal.undo(undoing, in: writing)
    }
    answer.touched = event.subject.map { [$0] } ?? []
    answer.echo = [EventUndo.line(event, Text("done again", "已重做", "已重做"))]
    return answer
  }
}

extension Event {
  /// Who takes back what a command did, or does it again, has the right to do it.
  fileprivate var right: Right { GendanCommand.sheet(command)?.right ?? .follow }
}

extension Writing {
  /// What another person did is taken back by whoever leads them; what was entered on a day that is closed by now,
  /// with a reason. The closing itself is taken back as anything else.
  fileprivate func allow(_ event: Event, of day: Day) throws {
    if event.login != user.login { try require(.supervise) }
    if !event.command.hasPrefix("day.") { try allow(takingBack: event, of: day) }
  }
}

extension Desk {
  /// The site's day on which an event was entered.
  fileprivate func day(of event: Event) -> Day { event.at.day(utcOffset: utcOffset(event.at)) }
}

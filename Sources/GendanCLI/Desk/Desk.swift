import Gendan
import GendanOutput
import GendanPostgres
import GendanSQLite

/// A database that the lines of a batch or a shell use one after the other.
struct SharedDatabase {
  /// Where it is.
  let place: String
  let database: any Database
  /// Whether all of the lines are taken back in the end, so that none is taken back by itself.
  var isRehearsal = false
}

/// Where a command works: its surroundings, the global options, the language, and the open book.
final class Desk {
  let surroundings: Surroundings
  let options: GlobalOptions
  let configuration: Configuration
  private(set) var language: Language
  /// Whether somebody chose the language, and not only the machine's locale.
  let hasChosenLanguage: Bool
  /// The line that was typed, as the journal keeps it.
  private(set) var line: String
  /// The canonical command, as the journal keeps it.
  let command: String
  /// The words of the line, the command's own first, as options were found to belong.
  let typed: [String]
  private(set) var memory: TerminalMemory
  /// The newest event that the desk's first reading knew.
  private var newest: Int64?
  private var opened: Book?
  /// The open database of the desk that this one is part of.
  private let shared: SharedDatabase?
  /// The book's time zone; empty for the machine's own.
  private(set) var zone = ""
  /// What the line asked the book for, as a printed page says it: filters, and the days of a period.
  private(set) var terms: [String] = []

  init(
    _ surroundings: Surroundings, _ options: GlobalOptions, _ configuration: Configuration,
    language: Language, isChosen: Bool, command: String, line: String, typed: [String] = [],
    sharing shared: SharedDatabase? = nil
  ) {
    self.shared = shared
    self.surroundings = surroundings
    self.options = options
    self.configuration = configuration
    self.language = language
    hasChosenLanguage = isChosen
    self.command = command
    self.typed = typed
    self.line = line
    memory = TerminalMemory(path: surroundings.memoryPath, now: surroundings.now)
  }

  /// The same desk with the options of another command's line, which it runs.
  func working(_ options: GlobalOptions) -> Desk {
    Desk(
      surroundings, options, configuration, language: language, isChosen: hasChosenLanguage, command: command,
      line: line, sharing: shared)
  }

  /// Makes the writes of `body` one: all of them, or where it throws none; a rehearsal takes them back together, so
  /// that each is tried on what those before it left.
  func whole<T>(_ body: (Desk) throws -> T) throws -> T {
    let database = try book().database
    let inner = Desk(
      surroundings, options, configuration, language: language, isChosen: hasChosenLanguage, command: command,
      line: line, typed: typed,
      sharing: SharedDatabase(place: place, database: database, isRehearsal: options.dryRun))
    var rehearsed: T?
    do {
      return try database.whole {
        let result = try body(inner)
        if options.dryRun {
          rehearsed = result
          throw Rehearsed()
        }
        return result
      }
    } catch let end as Rehearsed {
      guard let rehearsed else { throw end }
      return rehearsed
    }
  }

  private struct Rehearsed: Error {}

  /// Where the book is: `--db`, GENDAN_DB, the configuration, or the person's own folder.
  var place: String {
    options.db ?? environment("GENDAN_DB") ?? configuration["db"] ?? defaultPlace
  }

  private var defaultPlace: String {
    let home = environment("HOME") ?? "."
    return (environment("XDG_DATA_HOME") ?? home + "/.local/share") + "/gendan/gendan.db"
  }

  /// The longest wait for another writer, in seconds.
  var wait: Int { options.waitSeconds }

  func environment(_ name: String) -> String? {
    surroundings.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The person who acts.
  var actor: Actor {
    Actor(
      login: options.as ?? environment("GENDAN_USER") ?? configuration["user"] ?? surroundings.login,
      host: surroundings.host)
  }

  /// The open book; the first use opens it.
  func book() throws -> Book {
    if let opened { return opened }
    let database =
      try shared.flatMap { $0.place == place ? $0.database : nil } ?? Place(place).open(wait: wait)
    let book = try open(database)
    opened = book
    return book
  }

  /// Makes a new book at the desk's place and opens it.
  func makeBook() throws -> Book {
    let book = try open(try Place(place).create(wait: wait))
    opened = book
    return book
  }

  /// Tells the time anew, for a command that lasts: what follows happens now.
  func renew() throws { opened = try open(try book().database) }

  private func open(_ database: any Database) throws -> Book {
    let isRehearsal = options.dryRun && shared?.isRehearsal != true
    return try Book(database, actor: actor, isRehearsal: isRehearsal) { zone in
      self.zone = zone
      return try clock(offset: surroundings.utcOffset(zone, surroundings.now))
    }
  }

  /// Now and today: the clock's, or what `--today` or GENDAN_TODAY fixes.
  private func clock(offset: Int) throws -> (now: Instant, today: Day, utcOffset: Int) {
    let real = surroundings.now
    guard let text = options.today ?? environment("GENDAN_TODAY") else {
      return (real, real.day(utcOffset: offset), offset)
    }
    let parts = text.split(separator: " ", maxSplits: 1)
    let time = parts.count > 1 ? parts[1].split(separator: ":").compactMap { Int($0) } : [8, 0]
    let phrase = String(parts.first ?? "")
    // A plain date, as scripts write it, needs no calendar.
    let day =
      try Day(phrase)
      ?? DatePhrase.parse(
        phrase,
        in: DateContext(
          today: real.day(utcOffset: offset), calendar: ChinaCalendar.calendar, direction: .view))
    guard time.count == 2, let now = Instant(day, hour: time[0], minute: time[1], utcOffset: offset) else {
      throw DateError.unreadable(text)
    }
    return (now, day, offset)
  }

  /// Notes what the line asked the book for.
  func note(_ terms: [String]) { self.terms += terms }

  /// That there is nothing, and where a filter narrowed what was looked through, that it did.
  func nothing(_ none: Text) -> Text {
    let filter = Text(", filter: ", ", 筛选: ", ", 篩選: ") + terms.joined(separator: " ")
    return terms.isEmpty ? none : none + filter
  }

  /// Reads the book.
  func read<T>(_ body: (Reading) throws -> T) throws -> T {
    try book().read { reading in
      if memory.isKept, newest == nil { newest = try Journal.newest(in: reading) }
      return try body(reading)
    }
  }

  /// Changes the book as one event; `body` gives the echo and names the orders it acted on. It asks for the
  /// command's own right unless another is named, and stands in the journal as `act` where that is given.
  func write(
    reason: String? = nil, source: EventSource = .cli, right: Right? = nil,
    as act: (command: String, line: String)? = nil, _ body: (Writing, inout Answer) throws -> Void
  ) throws -> Answer {
    var answer = Answer()
    answer.isWrite = true
    var entry = entry(reason: reason, source: source, right: right)
    if let act { (entry.command, entry.line) = act }
    let written = try book().write(entry) { writing -> Answer in
      var echo = answer
      try body(writing, &echo)
      try verify(echo.touched, in: writing)
      // The log finds an event under each order that it was about.
      if echo.touched.count > writing.entry.subjects.count { writing.entry.subjects = echo.touched }
      return echo
    }
    answer = written.result
    answer.event = written.event
    return answer
  }

  /// Refuses to write over what somebody else has changed since the person looked; who insists types the line again.
  private func verify(_ orders: [String], in writing: Writing) throws {
    do {
      try writing.verify(seen: memory.seen(orders, book: place))
    } catch let change as ChangedMeanwhile {
      if !options.dryRun { memory.see([change.order], at: change.event.id, book: place) }
      throw change
    }
  }

  private func entry(reason: String?, source: EventSource = .cli, right: Right? = nil) -> EventEntry {
    var entry = EventEntry(
      command: command, line: line, source: source, reason: reason ?? options.reason,
      right: right ?? GendanCommand.sheet(command)?.right ?? .follow)
    entry.overriding = options.override
    return entry
  }

  /// Makes a change and takes it back: throws what the change would.
  func rehearse(_ body: (Writing) throws -> Void) throws {
    try book().rehearse(entry(reason: nil), body)
  }

  /// Asks before a change whose reach only making it shows: it is rehearsed, what `body` tells of it is
  /// said, and its last line is the question. Where it tells nothing, nothing is asked.
  func confirm(rehearsing reason: String?, _ body: (Writing) throws -> [Text]) throws {
    if options.yes || options.dryRun { return }
    let lines = try book().rehearse(entry(reason: reason), body)
    guard let question = lines.last else { return }
    try confirm(lines.count > 1 && surroundings.ask != nil ? lines.joined("\n") : question)
  }

  /// Asks before a large or visible change. Without a person to ask and without `--yes` nothing is done.
  func confirm(_ question: Text) throws {
    if options.yes || options.dryRun { return }
    guard !options.noInput, let ask = surroundings.ask else {
      throw unanswered(question, "--yes")
    }
    let answer = ask(question[language] + " [y/N] ")?.lowercased() ?? ""
    guard ["y", "yes", "是"].contains(answer) else {
      throw Complaint(.cancelled, Text("nothing was changed", "什么也没改", "什麼也沒改"))
    }
  }

  /// Speaks a recipient's language, unless somebody chose one.
  func speak(_ name: String?) {
    if !hasChosenLanguage, let name, let language = Language(name: name) { self.language = language }
  }

  /// Notes what the answer showed and touched, for `3`, `^` and `@` in this terminal.
  func remember(_ answer: Answer) {
    if let rows = answer.rows { memory.show(rows, book: place) }
    if !options.dryRun { memory.touch(answer.touched, book: place) }
    if !answer.isWrite, let newest {
      memory.see(answer.touched, at: newest, book: place)
      memory.see(answer.rows ?? [], at: newest, book: place, isGlance: true)
    }
  }

  /// Notes that orders are looked at as they stand.
  func remember(seen orders: [String]) {
    if let newest { memory.see(orders, at: newest, book: place) }
  }

  /// Takes the line that a person was asked for as the one that was typed.
  func retype(_ line: String) { self.line = line }

  /// Notes an order that was taken in hand.
  func remember(touched order: String) { memory.touch([order], book: place) }

  /// A message in the desk's language.
  func say(_ text: Text) -> String { text[language] }
}

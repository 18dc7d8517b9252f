import Gendan
import GendanOutput

/// A picture that stays: `-w`, `-w=SECONDS`. It is painted anew when somebody changes the book, and when its time
/// is over; what is new on it stands out. Ctrl-C leaves the last picture.
struct Watch {
  private let program: Program
  private let words: [String]
  private let seconds: Int
  private let terminal: Terminal

  init(_ program: Program, _ words: [String], _ seconds: Int) throws {
    guard let terminal = program.surroundings.terminal else {
      throw Complaint(
        .usage, Text("-w repaints a terminal, and there is none", "-w 要在终端里用", "-w 要在終端機裡用"),
        try: "gendan " + words.joined(separator: " "))
    }
    self.program = program
    self.words = words + ["--pager", "never"]
    self.seconds = seconds
    self.terminal = terminal
  }

  /// The line without `-w`, and after how many seconds it is painted anew; nil where nobody asked for it.
  static func request(_ arguments: [String]) throws -> (words: [String], seconds: Int)? {
    func isWatch(_ word: String) -> Bool { ["-w", "--watch"].contains(word.prefix { $0 != "=" }) }
    guard let place = arguments.firstIndex(where: isWatch) else { return nil }
    let word = arguments[place]
    let text = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) } ?? "60"
    guard let seconds = Int(folded(text)), 1...3600 ~= seconds else {
      throw Complaint(
        .usage,
        Text(
          "-w \"\(text)\" is not between 1 and 3600 seconds", "-w \"\(text)\" 要在 1 到 3600 秒之间",
          "-w \"\(text)\" 要在 1 到 3600 秒之間"), try: "-w=60")
    }
    return (Array(arguments[..<place] + arguments[(place + 1)...]), seconds)
  }

  /// Paints until nobody looks any more.
  func run() throws -> ExitCode {
    guard case .run(let id, _) = try program.request(words),
      GendanCommand.sheet(id)?.repaints == true
    else {
      throw Complaint(
        .usage, Text("-w is for lists that only look", "-w 只用于查看的清单", "-w 只用於查看的清單"), try: "gendan today -w")
    }
    let surroundings = program.surroundings
    var old: [String] = []
    var version: Int64?
    var age = seconds
    var terminal = terminal
    while true {
      let newest = try newestEvent()
      let size = surroundings.measured() ?? terminal
      if size != terminal { (terminal, old, age) = (size, [], seconds) }
      if age >= seconds || newest != version {
        let (exit, lines) = try picture(terminal.width)
        try surroundings.write(screen(lines, after: old, height: max(2, terminal.height)))
        guard exit == .ok || exit == .attention else { return exit }
        (old, version, age) = (lines, newest, 0)
      }
      guard surroundings.pause(1) else { return .ok }
      age += 1
    }
  }

  private func newestEvent() throws -> Int64? {
    try program.onDesk(words) { desk in try desk.read { try Journal.newest(in: $0) } }
  }

  /// What the line answers now.
  private func picture(_ width: Int) throws -> (ExitCode, [String]) {
    var text = ""
    var inner = program
    inner.surroundings.send = { text += String(decoding: $0, as: UTF8.self) }
    let exit = try inner.perform(words + ["--width", String(width)])
    return (exit, text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  /// The picture from the upper left corner on, with what is new in reverse; nothing runs out at the bottom.
  private func screen(_ lines: [String], after old: [String], height: Int) -> String {
    var lines = lines.last == "" ? Array(lines.dropLast()) : lines
    if lines.count > height - 1 { lines = lines.prefix(height - 2) + ["..  +\(lines.count - height + 2)"] }
    let known = Set(old)
    let painted = lines.map { line in
      let isNew = !old.isEmpty && !line.isEmpty && !known.contains(line)
      return (isNew ? "\u{1B}[7m\(line)\u{1B}[0m" : line) + "\u{1B}[K\n"
    }
    return (old.isEmpty ? "\u{1B}[2J" : "") + "\u{1B}[H" + painted.joined() + "\u{1B}[J"
  }
}

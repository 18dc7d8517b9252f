import ArgumentParser
import Gendan
import GendanOutput

/// Posts reports from a file, one a line, in one transaction (R-157).
struct StepFeed: BookCommand {
  static let sheet = CommandSheet(
    id: "step.feed", word: "feed", chinese: ["批量报工", "批量報工"],
    about: Text("post reports from a file, one a line", "从文件批量报工, 一行一笔", "從檔案批量報工, 一行一筆"),
    usage: "[FILE|-] [--sheet S] [--partial] [--again] [--by WORKER] [--dry-run]",
    examples: ["step feed reports.txt --dry-run", "step feed 报工.xlsx --partial", "step feed - --by 早班"],
    part: .follow, right: .report)

  @Argument(completion: .file(extensions: ["txt", "tsv", "xlsx"])) var files: [String] = []
  @Option var sheet: String?
  @Flag var partial = false
  @Flag var again = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard files.count <= 1 else {
      throw Complaint(
        .usage, Text("one file is needed", "要写一个文件", "要寫一個檔案"), try: "gendan step feed reports.txt")
    }
    let path = files.first ?? "-"
    var bytes = try TextFile.contents(of: path)
    let lines: [FeedLine]
    if let sheet = try OpenSheet(bytes, path: path, named: sheet) {
      lines = FeedLine.all(in: sheet)
    } else {
      bytes = try TextFile(path: path, raw: bytes, encoding: try global.textEncoding()).bytes
      lines = FeedLine.all(in: bytes)
    }
    guard !lines.isEmpty else {
      throw Complaint(
        .data, Text("there is no line to post", "没有可报工的行", "沒有可報工的行"), try: "gendan help scan")
    }
    var warnings: [Complaint] = []
    var answer = try desk.write { writing, answer in
      var feed = try ProgressFeed(FileFingerprint(of: bytes), repeats: again, in: writing)
      let outcomes = try lines.map { try $0.post(to: &feed, worker: global.by, at: desk, in: writing) }
      let result = FeedResult(outcomes)
      if !partial && !result.leftOut.isEmpty { throw result.complaint(line: desk.line) }
      // What was fed before needs no second look; what was refused does.
      if !result.refused.isEmpty { warnings = [result.warning] }
      answer.echo = result.echo
      answer.extra = result.members
      answer.touched = result.orders
      writing.entry.subjects = result.subjects
      answer.exit = result.refused.isEmpty ? .ok : .data
    }
    answer.warnings = warnings
    return answer
  }
}

/// One line of a feed: the order, the step, the quantity and perhaps the day, with tabs between.
struct FeedLine {
  let number: Int
  private let fields: [String]

  /// What became of a line.
  struct Outcome {
    enum State: String { case posted, same, refused }
    let line: FeedLine
    let state: State
    var made: ProgressMade?
    var label: Text?
    var order: String?
    var reason: Complaint?
  }

  /// The lines of a file; empty ones, those that begin with #, and a heading are none.
  static func all(in bytes: [UInt8]) -> [FeedLine] {
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
    let said = lines.enumerated().filter { !$0.element.trimmed.isEmpty && $0.element.first != "#" }
      .map { index, line in
        FeedLine(
          number: index + 1,
          fields: line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0.trimmed) })
      }
    return withoutHeading(said)
  }

  /// The rows of a sheet, with the same exceptions.
  static func all(in sheet: OpenSheet) -> [FeedLine] {
    withoutHeading(
      sheet.lines.filter { $0.fields.first?.hasPrefix("#") != true }
        .map { FeedLine(number: $0.number, fields: $0.fields) })
  }

  private static func withoutHeading(_ lines: [FeedLine]) -> [FeedLine] {
    Array(lines.first?.isHeading == true ? lines.dropFirst() : lines[...])
  }

  /// Whether it names the columns instead of saying something.
  private var isHeading: Bool {
    fields.count >= 3 && TableField.qty.synonyms(in: .operations).map(folded).contains(folded(fields[2]))
  }

  /// Posts it; a refusal is its outcome, a trouble of the database is thrown.
  func post(
    to feed: inout ProgressFeed, worker: String?, at desk: Desk, in writing: Writing
  ) throws -> Outcome {
    do {
      var fields = fields
      while fields.last == "" { fields.removeLast() }
      guard 3...4 ~= fields.count else {
        throw Complaint(
          .data,
          Text(
            "order, step, quantity and perhaps the day are needed, with tabs between",
            "要有单号、工序、数量, 可加日期, 用制表符隔开",
            "要有單號、工序、數量, 可加日期, 用定位字元隔開"))
      }
      let work = try desk.work(named: fields[0], in: writing)
      let good = try work.pieces(fields[2], in: writing)
      let day = fields.count == 4 ? try FileDay.read(fields[3]) : nil
      if let day, day > writing.today { throw DateError.factInFuture(fields[3], day) }
      let made = try feed.post(work, step: fields[1], good: good, on: day, worker: worker, in: writing)
      return Outcome(
        line: self, state: .posted, made: made, label: try desk.label(work, in: writing),
        order: try work.customerOrder(in: writing.db)?.no)
    } catch let error as DatabaseError {
      throw error
    } catch let error as BookError {
      if case .fedBefore = error { return Outcome(line: self, state: .same, reason: .of(error)) }
      return Outcome(line: self, state: .refused, reason: .of(error))
    } catch {
      return Outcome(line: self, state: .refused, reason: .of(error))
    }
  }

  var json: [JSON.Member] {
    func field(_ index: Int) -> JSON { fields.indices.contains(index) ? .string(fields[index]) : .null }
    return [
      .init("line", .integer(Int64(number))), .init("order", field(0)), .init("step", field(1)),
      .init("qty", field(2)), .init("day", field(3)),
    ]
  }
}

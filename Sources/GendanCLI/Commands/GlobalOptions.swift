import ArgumentParser

/// The options of every command; one letter means one thing everywhere.
///
/// A class, so that a command holds one reference to them: as a value they made nearly a third of the
/// program's code, the compiler's ways to copy forty options for each of its commands.
final class GlobalOptions: ParsableArguments {
  @Option var db: String?
  @Option var config: String?
  @Flag(name: .customLong("no-config")) var noConfig = false
  @Option(name: [.customShort("O"), .long]) var format: String?
  @Option(name: .shortAndLong) var output: String?
  @Flag var force = false
  @Option var json: String?
  @Option(name: .shortAndLong) var columns: String?
  @Option var `where`: String?
  @Option var view: String?
  @Option(name: .shortAndLong) var sort: String?
  @Option(name: [.customShort("L"), .long]) var limit: String?
  @Option var by: String?
  @Option(name: .shortAndLong) var period: String?
  @Flag(name: .customLong("no-headers")) var noHeaders = false
  @Option var width: String?
  @Option var ambiguous: String?
  @Option var color: String?
  @Option var pager: String?
  @Flag(name: .shortAndLong) var quiet = false
  @Flag(name: .shortAndLong) var verbose = false
  @Option var lang: String?
  @Option(name: .customLong("as")) var `as`: String?
  @Option var today: String?
  @Flag(name: [.customShort("n"), .customLong("dry-run")]) var dryRun = false
  @Flag(name: .shortAndLong) var yes = false
  @Option var confirm: String?
  @Flag(name: .customLong("no-input")) var noInput = false
  @Option var wait: String?
  @Option var encoding: String?
  @Option var bom: String?
  @Option var header: String?
  @Option var paper: String?
  @Flag var portrait = false
  @Option var sign: String?
  @Option(name: .customLong("page-lines")) var pageLines: String?
  @Flag(name: .customLong("form-feed")) var formFeed = false
  @Option(name: [.long, .customLong("printer")]) var print: String?
  @Option var copies: String?
  @Flag(name: .customLong("sheet-by")) var sheetBy = false
  @Flag(name: .customShort("0")) var nul = false
  @Flag var override = false
  @Option var reason: String?
  @Flag(name: .shortAndLong) var help = false

  /// The reason of a command that must have one.
  func why(
    _ complaint: Text = Text("a reason is missing", "要写原因", "要寫原因"), try example: String
  ) throws -> String {
    guard let reason = reason.filled else { throw Complaint(.usage, complaint, try: example) }
    return reason
  }

  /// Seconds to wait for another writer; `5`, `5s` or `2m`.
  var waitSeconds: Int {
    guard let wait else { return 5 }
    if wait.hasSuffix("m"), let minutes = Int(wait.dropLast()), minutes <= 60 { return minutes * 60 }
    return Int(wait.hasSuffix("s") ? wait.dropLast() : wait[...]).map { max(0, min($0, 3600)) } ?? 5
  }
}

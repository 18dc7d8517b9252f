import ArgumentParser
import Gendan
import GendanOutput

/// Copies the book into a folder while people work on it.
struct BookBackup: BookCommand {
  static let sheet = CommandSheet(
    id: "book.backup", word: "backup", chinese: ["备份", "備份"],
    about: Text("copy the book into a folder", "把账本备份到文件夹", "把帳本備份到資料夾"),
    usage: "[FOLDER] [--keep N] [--verify]",
    examples: ["backup", "backup /srv/backup --keep 30 --verify"], part: .admin)

  @Argument var words: [String] = []
  @Option var keep: String?
  @Flag var verify = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let keep = try keep.map(number)
    let book = try desk.book()
    guard book.database.engine == .sqlite else { throw DatabaseError.unsupported("pg_dump") }
    let folder = words.first ?? FileSystem.folder(of: desk.place) + "/backup"
    let zone = try desk.read { try $0.settings()[.zone] }
    let path = folder + "/" + Self.name(desk.stamp(zone: zone))
    if desk.options.dryRun {
      return Answer([Text("would back up to \(path)", "将备份到 \(path)", "將備份到 \(path)")])
    }
    let copy = try BookCopy.write(book.database, to: path, verifying: verify, at: desk)
    var answer = Answer([
      Text(
        "backed up to \(path), \(copy.size)", "已备份到 \(path), \(copy.size)", "已備份到 \(path), \(copy.size)")
    ])
    if let inspection = copy.inspection, copy.isSound {
      let (rows, events) = (inspection.rows, inspection.events)
      answer.echo.append(
        Text(
          "verified: \(rows) rows, \(events) events", "已验证: \(rows) 行, \(events) 笔流水",
          "已驗證: \(rows) 列, \(events) 筆流水"))
    }
    guard copy.isSound else { return unsound(answer) }
    let old = keep.map { Self.old(in: folder, keeping: $0) } ?? []
    for name in old { FileSystem.remove(folder + "/" + name) }
    if !old.isEmpty {
      answer.echo.append(
        Text("\(old.count) old ones removed", "删掉 \(old.count) 个旧备份", "刪掉 \(old.count) 個舊備份"))
    }
    answer.schema = "backup"
    answer.extra = [
      .init("path", .string(path)), .init("bytes", .integer(copy.bytes)), .init("verified", .bool(verify)),
      .init("removed", .array(old.map { .string($0) })),
    ]
    return answer
  }

  /// The copy is true to the book, but the book itself was tampered with: nothing old is removed.
  private func unsound(_ answer: Answer) -> Answer {
    var answer = answer
    answer.exit = .attention
    answer.warnings = [
      Complaint(
        .attention,
        Text(
          "the journal does not account for every row; old backups are kept",
          "流水对不上数据; 旧备份都留着", "流水對不上資料; 舊備份都留著"), try: "gendan check")
    ]
    return answer
  }

  private func number(_ text: String) throws -> Int {
    guard let number = Int(folded(text)), number > 0 else {
      throw Complaint(
        .usage,
        Text(
          "--keep \"\(text)\" is no number of files", "--keep \"\(text)\" 不是份数", "--keep \"\(text)\" 不是份數"),
        try: "gendan backup --keep 30")
    }
    return number
  }

  static func name(_ stamp: String) -> String { "gendan-\(stamp).db" }

  /// The oldest of our files beyond the newest `count`; whatever else is in the folder is not ours.
  static func old(in folder: String, keeping count: Int) -> [String] {
    let ours = FileSystem.names(in: folder).filter(isOurs)
    return Array(ours.dropLast(count))
  }

  private static func isOurs(_ name: String) -> Bool {
    let pattern = Self.name("00000000-000000")
    return name.utf8.count == pattern.utf8.count
      && zip(name.utf8, pattern.utf8).allSatisfy { $1 == UInt8(ascii: "0") ? 48...57 ~= $0 : $0 == $1 }
  }
}

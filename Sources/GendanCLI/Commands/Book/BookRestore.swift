import ArgumentParser
import Gendan
import GendanOutput
import GendanSQLite

/// Puts a backup in the place of the book.
struct BookRestore: BookCommand {
  static let sheet = CommandSheet(
    id: "book.restore", word: "restore", chinese: ["还原", "還原"],
    about: Text("put a backup in the place of the book", "用备份换回账本", "用備份換回帳本"),
    usage: "FILE", examples: ["restore backup/gendan-20260316-021500.db"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard !Place(desk.place).isServer else { throw DatabaseError.unsupported("pg_restore") }
    guard let file = words.first, words.count == 1 else {
      throw Complaint(
        .usage, Text("name one backup", "要写一个备份文件", "要寫一個備份檔"),
        try: "gendan restore backup/gendan-20260316-021500.db")
    }
    guard !FileSystem.isSame(file, desk.place) else {
      throw Complaint(
        .usage, Text("\"\(file)\" is the book itself", "\"\(file)\" 就是账本", "\"\(file)\" 就是帳本"))
    }
    let inspection = try BookCopy.inspect(file, at: desk)
    let name = FileSystem.name(of: file)
    try desk.confirm(
      Text(
        "\(name) (\(inspection.events) events) takes the place of \(desk.place)",
        "\(name) (\(inspection.events) 笔流水) 将取代 \(desk.place)",
        "\(name) (\(inspection.events) 筆流水) 將取代 \(desk.place)"), typing: name)
    var answer = Answer()
    answer.schema = "restore"
    if !inspection.findings.isEmpty {
      answer.warnings = [
        Complaint(
          .ok,
          Text(
            "note: the backup's journal does not account for every row", "注意: 备份的流水对不上数据",
            "注意: 備份的流水對不上資料"), try: "gendan check")
      ]
    }
    if desk.options.dryRun {
      answer.echo = [Text("the backup can be restored", "备份可以还原", "備份可以還原")]
      return answer
    }
    let aside = try replaceBook(with: file, at: desk)
    answer.echo = [
      Text(
        "restored \(name): \(inspection.events) events", "已还原 \(name): \(inspection.events) 笔流水",
        "已還原 \(name): \(inspection.events) 筆流水")
    ]
    if let aside {
      answer.echo.append(
        Text("the book before: \(aside)", "原来的账本: \(aside)", "原來的帳本: \(aside)"))
    }
    answer.extra = [
      .init("path", .string(file)), .init("before", aside.map { .string($0) } ?? .null),
      .init("events", .integer(Int64(inspection.events))),
    ]
    return answer
  }

  /// Replaces the book, and returns where the one before stands now.
  private func replaceBook(with file: String, at desk: Desk) throws -> String? {
    let place = desk.place
    let aside = Self.aside(place, "restore", desk.stamp(zone: ""))
    guard FileSystem.exists(place) else {
      try makeBook(desk).replace(with: file)
      return nil
    }
    do {
      let current = try SQLiteDatabase(path: place, wait: desk.wait)
      _ = try BookCopy.write(current, to: aside, at: desk)
      try current.replace(with: file)
    } catch DatabaseError.damaged, DatabaseError.notABook {
      // What cannot be read can neither be copied nor written into: it is moved away as it is.
      for ending in ["", "-wal", "-shm"] where FileSystem.exists(place + ending) {
        try FileSystem.move(place + ending, to: aside + ending)
      }
      try makeBook(desk).replace(with: file)
    }
    return aside
  }

  private func makeBook(_ desk: Desk) throws -> SQLiteDatabase {
    try FileSystem.makeFolder(of: desk.place)
    return try SQLiteDatabase.create(at: desk.place, wait: desk.wait)
  }

  /// `gendan-before-restore-20260316-080500.db`, beside the book.
  static func aside(_ place: String, _ act: String, _ stamp: String) -> String {
    (place.hasSuffix(".db") ? String(place.dropLast(3)) : place) + "-before-\(act)-\(stamp).db"
  }
}

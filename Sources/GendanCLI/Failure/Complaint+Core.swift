import Gendan
import GendanOutput

extension Complaint {
  /// The complaint that any error of the core, the drivers or the grammar comes down to.
  static func of(_ error: any Error, language: Language = .english) -> Complaint {
    switch error {
    case let complaint as Complaint: complaint
    case let refusal as Refusal: refused(refusal)
    case let error as BookError: of(error)
    case let error as JournalError: of(error)
    case let error as ChangedMeanwhile: of(error)
    case let error as DatabaseError: of(error)
    case let error as DateError: of(error)
    case let error as PeriodError: of(error)
    case let error as TextFileError: of(error)
    case let error as CSVError: of(error)
    case let error as NumberError: of(error)
    case let error as ColumnMapError: of(error)
    case let error as UnknownField: of(error)
    default:
      Complaint(
        .failure,
        Text("this should not happen: \(error)", "程序出错: \(error)", "程式出錯: \(error)"),
        facts: [
          Text(
            "please report it with the line you typed", "请把这行命令和这句话一起报告", "請把這行命令和這句話一起回報")
        ])
    }
  }

  private static func refused(_ refusal: Refusal) -> Complaint {
    var complaint = of(refusal)
    complaint.gates = refusal.gates
    return complaint
  }

  private static func of(_ error: UnknownField) -> Complaint {
    Complaint(
      .usage, Text("no field \"\(error.name)\"", "没有字段 \"\(error.name)\"", "沒有欄位 \"\(error.name)\""),
      facts: [Text("fields: ", "字段: ", "欄位: ") + error.known.joined(separator: ", ")],
      try: "--json=\(error.known.prefix(3).joined(separator: ","))")
  }

  private static func of(_ error: DatabaseError) -> Complaint {
    switch error {
    case .missing(let place):
      Complaint(
        .noInput, Text("there is no book at \"\(place)\"", "\"\(place)\" 没有账本", "\"\(place)\" 沒有帳本"),
        try: "gendan init", "gendan demo")
    case .cannotOpen(let place, let reason):
      Complaint(
        .cannotCreate, Text("cannot open \"\(place)\"", "打不开 \"\(place)\"", "打不開 \"\(place)\""),
        facts: [Text(verbatim: reason)])
    case .notABook(let place):
      Complaint(
        .config,
        Text("\"\(place)\" is no book of gendan", "\"\(place)\" 不是 gendan 的账本", "\"\(place)\" 不是 gendan 的帳本"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")],
        try: "gendan init --db OTHER.db")
    case .newer(let found, let known):
      Complaint(
        .config,
        Text(
          "the book is of version \(found), this program knows up to \(known)",
          "账本是第 \(found) 版, 本程序只认到第 \(known) 版", "帳本是第 \(found) 版, 本程式只認到第 \(known) 版"),
        facts: [Text("nothing was changed; use a newer gendan", "什么也没改; 请用新版 gendan", "什麼也沒改; 請用新版 gendan")])
    case .outdated(let found, let known):
      Complaint(
        .config,
        Text(
          "the book is of version \(found) and must be brought to \(known)",
          "账本是第 \(found) 版, 要先升到第 \(known) 版", "帳本是第 \(found) 版, 要先升到第 \(known) 版"),
        try: "gendan doctor --upgrade")
    case .busy(let seconds):
      Complaint(
        .tryLater,
        Text("database busy for \(seconds) s", "数据库正忙, 等了 \(seconds) 秒", "資料庫忙碌, 等了 \(seconds) 秒"),
        facts: [Text("your change was not saved", "改动没有保存", "改動沒有儲存")], try: "--wait 60s")
    case .damaged(let words):
      Complaint(
        .io, Text("the book is damaged: \(words)", "账本已损坏: \(words)", "帳本已損壞: \(words)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan restore BACKUP")
    case .full:
      Complaint(
        .io, Text("the disk is full", "磁盘已满", "磁碟已滿"),
        facts: [Text("your change was not saved", "改动没有保存", "改動沒有儲存")])
    case .readOnly:
      Complaint(
        .cannotCreate,
        Text("the book or its folder cannot be written", "账本或其文件夹不可写", "帳本或其資料夾不可寫入"),
        facts: [Text("your change was not saved", "改动没有保存", "改動沒有儲存")])
    case .io(let words):
      Complaint(
        .io, Text("reading or writing the disk failed: \(words)", "磁盘读写失败: \(words)", "磁碟讀寫失敗: \(words)"),
        facts: [Text("your change was not saved", "改动没有保存", "改動沒有儲存")])
    case .networkFileSystem(let path):
      Complaint(
        .unavailable,
        Text(
          "the book \"\(path)\" is on a network file system", "账本 \"\(path)\" 在网络文件系统上",
          "帳本 \"\(path)\" 在網路檔案系統上"),
        facts: [
          Text(
            "SQLite is not safe there: keep it on one machine, or on a PostgreSQL server",
            "SQLite 在那里不安全: 请放在一台机器上, 或用 PostgreSQL 服务器",
            "SQLite 在那裡不安全: 請放在一台機器上, 或用 PostgreSQL 伺服器")
        ], try: "gendan --db postgres://server/gendan init")
    case .constraint(let words):
      Complaint(
        .refused, Text("the book refuses this: \(words)", "账本不接受: \(words)", "帳本不接受: \(words)"))
    case .unreachable(let words):
      Complaint(
        .unavailable, Text("the server cannot be reached: \(words)", "连不上服务器: \(words)", "連不上伺服器: \(words)"))
    case .engineMissing(let name):
      Complaint(
        .unavailable,
        Text("this program was built without \(name)", "本程序没有编入 \(name)", "本程式沒有編入 \(name)"),
        try: "swift build -c release --traits PostgreSQL")
    case .unsupported(let tool):
      Complaint(
        .unavailable,
        Text("a server has its own tool for this: \(tool)", "服务器请用它自己的工具: \(tool)", "伺服器請用它自己的工具: \(tool)"))
    case .unexpectedValue(let value):
      Complaint(
        .io,
        Text(
          "the book holds a value it should not: \"\(value)\"", "账本里有不该有的值: \"\(value)\"",
          "帳本裡有不該有的值: \"\(value)\""),
        try: "gendan check")
    case .failed(let words, let statement):
      Complaint(
        .failure, Text("the database refused: \(words)", "数据库拒绝: \(words)", "資料庫拒絕: \(words)"),
        facts: [Text(verbatim: String(statement.prefix(200)))])
    }
  }

  private static func of(_ error: JournalError) -> Complaint {
    switch error {
    case .unreadable, .unjournaled:
      Complaint(.io, Text("the journal is damaged", "流水已损坏", "流水已損壞"), try: "gendan check")
    case .noSuchEvent(let id?):
      Complaint(
        .notFound, Text("there is no event e\(id)", "没有 e\(id) 这一笔", "沒有 e\(id) 這一筆"), try: "gendan log")
    case .noSuchEvent(nil):
      Complaint(
        .notFound, Text("there is nothing of yours to undo", "没有你的改动可以撤销", "沒有你的改動可以復原"),
        try: "gendan log")
    case .nothingToRedo:
      Complaint(.notFound, Text("there is nothing to redo", "没有可以重做的", "沒有可以重做的"), try: "gendan log")
    case .alreadyUndone(let id, let by):
      Complaint(
        .refused, Text("e\(id) was undone already, by e\(by)", "e\(id) 已被 e\(by) 撤销", "e\(id) 已被 e\(by) 復原"),
        try: "gendan redo")
    case .builtUpon(let id, let by):
      Complaint(
        .refused,
        Text(
          "later events build on e\(id): ", "后来的改动建立在 e\(id) 之上: ", "後來的改動建立在 e\(id) 之上: ")
          + by.prefix(5).map { "e\($0)" }.joined(separator: " "),
        facts: [Text("undo them first, or all together", "请先撤销它们, 或一起撤销", "請先復原它們, 或一起復原")],
        try: "gendan undo e\(id) --with-later")
    }
  }
}

extension Complaint {
  fileprivate static func of(_ change: ChangedMeanwhile) -> Complaint {
    let field = change.words
    var facts = [Text(verbatim: "e\(change.event.id) \(change.event.login): \(change.event.line)")]
    if let days = change.days {
      let seen = days.seen?.description ?? "-"
      facts.append(
        Text(
          "you saw \(seen), now \(days.now), you ask \(days.asked)",
          "看到时是 \(seen), 现在是 \(days.now), 这次要改成 \(days.asked)",
          "看到時是 \(seen), 現在是 \(days.now), 這次要改成 \(days.asked)"))
    }
    facts.append(
      Text("nothing was changed; type it again to insist", "什么也没改; 仍要改就再执行一次", "什麼也沒改; 仍要改就再執行一次"))
    return Complaint(
      .conflict,
      Text(
        "\(field.english) of \(change.order) was changed by \(change.event.login) since you looked",
        "\(change.order) 的\(field.simplified)刚被 \(change.event.login) 改过",
        "\(change.order) 的\(field.traditional)剛被 \(change.event.login) 改過"),
      facts: facts, try: "gendan show \(change.order)")
  }
}

extension ChangedMeanwhile {
  /// What people call the column.
  fileprivate var words: Text {
    let fields: [String: OrderField] = [
      "promised_on": .promise, "requested_on": .want, "customer_po": .po, "priority": .prio,
      "clerk_id": .clerk,
    ]
    return (fields[field] ?? OrderField(rawValue: field))?.words ?? Text("a value", "内容", "內容")
  }
}

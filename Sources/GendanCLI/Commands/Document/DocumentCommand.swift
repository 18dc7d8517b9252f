import ArgumentParser
import Gendan
import GendanOutput

/// `doc`: the papers that were attached (R-424).
struct DocumentCommand: NounCommand {
  static let word = "doc"
  static let chinese = ["文件"]
  static let about = Text("attached papers", "附上的文件", "附上的文件")
  static let verbs: [any BookCommand.Type] = [
    DocumentList.self, DocumentCheck.self, DocumentVerify.self,
  ]
}

/// A paper and how its file stands.
struct PaperRow {
  let paper: Paper
  let state: PaperState

  init(_ paper: Paper) {
    self.paper = paper
    state = paper.state
  }

  /// The papers of what the words name, or of the whole book.
  static func rows(_ words: [String], at desk: Desk, in reading: Reading) throws -> [PaperRow] {
    let word = words.joined(separator: " ")
    let papers =
      try word.isEmpty
      ? Paper.all(in: reading.db) : Paper.of(desk.paperOwner(word, in: reading), in: reading.db)
    return papers.map(PaperRow.init)
  }

  /// What people see of papers.
  static let columns = ["of", "version", "kind", "file", "signed_by", "state"]

  static func listing(_ language: Language) -> Listing<PaperRow> {
    Listing(
      id: "documents", language: language,
      fields: [
        .init("of", Text("Of", "单据", "單據")) { Cell($0.paper.owner.no) },
        .init("version", Text("Version", "版本", "版本"), .trailing, priority: 2) {
          Cell(number: $0.paper.owner.version)
        },
        .init("kind", Text("Kind", "类别", "類別")) { Cell(id: $0.paper.kind, language) },
        .init("file", Text("File", "文件", "檔案"), shrinks: true) { Cell(FileSystem.name(of: $0.paper.path)) },
        .init("signed_by", Text("Signed by", "签字", "簽字"), priority: 1) { Cell(optional: $0.paper.signedBy) },
        .init("state", Text("State", "状态", "狀態")) { row in
          Cell(
            row.state.words[language], code: row.state.rawValue,
            style: row.state == .unchanged ? nil : .overdue)
        },
        .init("note", OrderField.note.words) { Cell(optional: $0.paper.note) },
        .init("path", Text("Path", "路径", "路徑")) { Cell($0.paper.path) },
        .init("bytes", Text("Bytes", "字节", "位元組"), .trailing) {
          Cell(String($0.paper.fingerprint.bytes), value: .integer($0.paper.fingerprint.bytes))
        },
        .init("sha256", Text(verbatim: "SHA-256")) { Cell($0.paper.fingerprint.sha256) },
        .init("attached", Text("Attached", "附上", "附上")) { Cell($0.paper.enteredAt.description) },
        .init("by", Text("By", "经手", "經手")) { Cell(optional: $0.paper.by) },
      ])
  }
}

/// The papers of an order and of what belongs to it, or of the whole book (R-424, R-425).
struct DocumentList: BookCommand {
  static let sheet = CommandSheet(
    id: "document.list", word: "list", chinese: ["列表"],
    about: Text("list attached papers", "列出附上的文件", "列出附上的文件"),
    usage: "[REF]", examples: ["doc list 118", "doc list"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let rows = try PaperRow.rows(words, at: desk, in: reading)
      var answer = Answer("documents", PaperRow.listing(desk.language).list(rows))
      answer.columns = PaperRow.columns
      return answer
    }
  }
}

/// Looks for papers that are gone or altered (R-424).
struct DocumentVerify: BookCommand {
  static let sheet = CommandSheet(
    id: "document.verify", word: "verify", chinese: ["核对", "核對"],
    about: Text("find papers that are missing or altered", "核对文件有没有丢失或改动", "核對檔案有沒有遺失或改動"),
    usage: "[REF]", examples: ["doc verify", "doc verify 118"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let all = try PaperRow.rows(words, at: desk, in: reading)
      let wrong = all.filter { $0.state != .unchanged }
      if wrong.isEmpty, [.table, .text].contains(try Presentation(desk).format()) {
        return Answer([
          Text(
            "\(all.count) paper\(all.count == 1 ? "" : "s"), all as attached", "共 \(all.count) 份, 都没有变动",
            "共 \(all.count) 份, 都沒有變動")
        ])
      }
      var answer = Answer("documents", PaperRow.listing(desk.language).list(wrong))
      answer.columns = ["of", "kind", "state", "path"]
      answer.exit = wrong.isEmpty ? .ok : .attention
      return answer
    }
  }
}

extension PaperState: Worded {
  var words: Text {
    switch self {
    case .unchanged: Text("unchanged", "没有变动", "沒有變動")
    case .altered: Text("altered", "已改动", "已改動")
    case .missing: Text("missing", "找不到", "找不到")
    }
  }
}

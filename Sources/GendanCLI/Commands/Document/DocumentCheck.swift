import ArgumentParser
import Gendan
import GendanOutput

/// What the complete file of an order still lacks.
struct DocumentCheck: BookCommand {
  static let sheet = CommandSheet(
    id: "document.check", word: "check", chinese: ["齐套", "齊套"],
    about: Text("see which papers an order still lacks", "查订单文件缺什么", "查訂單文件缺什麼"),
    usage: "REF", examples: ["doc check 118"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  /// A kind that the file should have, and the newest paper of it.
  private struct Line {
    let kind: DocumentKind
    let paper: Paper?
  }

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let papers = try Paper.of(PaperOwner(order), in: reading.db)
      let lines = try reading.settings().dossier.map { kind in
        Line(kind: kind, paper: papers.last { $0.kind == kind })
      }
      var answer = Answer("dossier", Self.listing(desk.language).list(lines))
      answer.exit = lines.contains { $0.paper == nil } ? .attention : .ok
      answer.touched = [order.no]
      return answer
    }
  }

  private static func listing(_ language: Language) -> Listing<Line> {
    Listing(
      id: "dossier", language: language,
      fields: [
        .init("kind", Text("Kind", "类别", "類別")) { Cell(id: $0.kind, language) },
        .init("attached", Text("Attached", "已附", "已附")) { Cell(flag: $0.paper != nil, language) },
        .init("of", Text("Of", "单据", "單據"), priority: 1) { Cell(optional: $0.paper?.owner.no) },
        .init("version", Text("Version", "版本", "版本"), .trailing, priority: 2) {
          Cell(number: $0.paper?.owner.version)
        },
        .init("file", Text("File", "文件", "檔案"), shrinks: true) {
          Cell(optional: $0.paper.map { FileSystem.name(of: $0.path) })
        },
      ])
  }
}

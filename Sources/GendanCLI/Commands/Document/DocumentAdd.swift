import ArgumentParser
import Gendan

/// Attaches papers by path and fingerprint (R-099, R-108, R-424).
struct DocumentAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "document.add", word: "attach", chinese: ["附件"],
    about: Text("attach papers to an order", "给订单附上文件", "給訂單附上文件"),
    usage: "REF KIND FILE… [--signed-by WHO] [--note TEXT]",
    examples: ["attach 118 contract 合同.pdf --signed-by 王总", "attach 118 客户订单 fax-0316.pdf"],
    part: .taking)

  @Argument var words: [String] = []
  @Option(name: .customLong("signed-by")) var signedBy: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count >= 3 else {
      throw Complaint(
        .usage,
        Text("say of what, which kind, and which file", "请写单号, 类别和文件", "請寫單號, 類別和檔案"),
        facts: [Text("kinds: ", "类别: ", "類別: ") + DocumentKind.allCases.map(\.spelled).joined(", ")],
        try: "gendan attach \(words.first ?? "118") contract FILE.pdf")
    }
    let kind: DocumentKind = try Spelling.read(words[1], as: DocumentKind.title)
    let papers = try words.dropFirst(2).map { file in
      var paper = NewPaper(
        kind, path: FileSystem.absolute(file), try FileSystem.fingerprint(of: file))
      paper.signedBy = signedBy.filled
      paper.note = note.filled
      return paper
    }
    return try desk.write { writing, answer in
      let owner = try desk.paperOwner(words[0], in: writing)
      for paper in papers { try writing.attach(paper, to: owner) }
      answer.echo = [echo(owner, kind, papers)]
      answer.touched = owner.subject == .order ? [owner.no] : []
    }
  }

  /// `SO2603-0001 v1: 合同 fax.pdf, 王总签`.
  private func echo(_ owner: PaperOwner, _ kind: DocumentKind, _ papers: [NewPaper]) -> Text {
    let files = papers.map { FileSystem.name(of: $0.path) }.joined(separator: ", ")
    let text =
      Text(verbatim: owner.label) + Text(" attached: ", " 已附 ", " 已附 ") + kind.words + " " + files
    return signedBy.filled.map { text + Text(", signed by ", ", 签字 ", ", 簽字 ") + $0 } ?? text
  }
}

extension DocumentKind {
  static let title = Text("kind of paper", "文件类别", "文件類別")

  /// `contract 合同`: what may be typed.
  var spelled: Text { Text(rawValue, "\(rawValue) \(words.simplified)", "\(rawValue) \(words.traditional)") }
}

extension PaperOwner {
  /// `SO2603-0001 v2`; what has no versions goes without.
  var label: String { subject == .order || subject == .quote ? "\(no) v\(version)" : no }
}

extension Desk {
  /// What a paper belongs to: the sample, production order, quote or customer with exactly this number,
  /// else an order by its reference, else a customer by name.
  func paperOwner(_ word: String, in reading: Reading) throws -> PaperOwner {
    for no in [word, folded(word).uppercased()] {
      if let owner = try PaperOwner.numbered(no, in: reading.db) { return owner }
    }
    guard Reference(word) == nil else {
      var words = [word]
      return PaperOwner(try reference(&words, in: reading).order)
    }
    let code = try Customer.named(word, in: reading.db).code
    guard let owner = try PaperOwner.numbered(code, in: reading.db) else { throw missingReference(word) }
    return owner
  }
}

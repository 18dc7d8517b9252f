import Gendan
import GendanOutput

/// What stands on paper around an answer.
extension Presentation {
  /// The title of the page as a whole; a sheet that was given none begins with it.
  func title(_ answer: Answer) -> String {
    if let title = answer.title { return title[desk.language] }
    if case .line(let text, .strong)? = answer.document?.blocks.first { return text }
    return GendanCommand.sheet(desk.command)?.about[desk.language] ?? "gendan"
  }

  /// What the page is, and what else its title says: a title names the page and tells of it after two spaces.
  func head(_ answer: Answer) -> (title: String, facts: String) {
    let title = title(answer)
    guard let gap = title.firstRange(of: "  ") else { return (title, "") }
    return (String(title[..<gap.lowerBound]), String(title[gap.upperBound...].trimmed))
  }

  /// The document without the line that says its title, where the page says it already.
  func untitled(_ document: Document, _ answer: Answer) -> Document {
    guard case .line(let text, _)? = document.blocks.first, text == title(answer) else { return document }
    var document = document
    document.blocks.removeFirst()
    while let first = document.blocks.first, [.blank, .rule].contains(first) { document.blocks.removeFirst() }
    return document
  }

  /// Title, day and filter above; program, person, time and state of the book below; places to sign. A page that
  /// leaves the house has the day alone.
  func frame(_ answer: Answer) throws -> PageFrame {
    let (title, facts) = head(answer)
    let (name, newest) = try printed(answer)
    let day = try (answer.asOf ?? desk.book().today).description
    var scope = facts.isEmpty ? [] : [facts]
    if !facts.contains(day) { scope.append(desk.say(Text("as of ", "截至 ", "截至 ") + day)) }
    let terms = desk.terms.filter { !facts.contains($0) }
    if !terms.isEmpty {
      scope.append(desk.say(Text("filter: ", "筛选: ", "篩選: ") + terms.joined(separator: " ")))
    }
    let places = try options.sign.map { try signatures($0, name) } ?? []
    if answer.isOutward {
      return PageFrame(
        title: title, scope: facts, stamp: String(try localNow().prefix(10)), signatures: places,
        numbering: numbering)
    }
    let stamp =
      Text("\(name)  printed ", "\(name)  打印 ", "\(name)  列印 ") + (try localNow())
      + Text("  data e\(newest)", "  数据版本 e\(newest)", "  資料版本 e\(newest)")
    return PageFrame(
      title: title, scope: scope.joined(separator: "   "),
      origin: "gendan \(gendanVersion)  \(desk.command.replacing(".", with: " "))", stamp: desk.say(stamp),
      signatures: places, numbering: numbering)
  }

  /// The places that `--sign` names. Who prints a page has prepared it.
  func signatures(_ text: String, _ name: String? = nil) throws -> [PageFrame.Signature] {
    let places = text.split { ",，、".contains($0) }.map { String($0.trimmed) }.filter { !$0.isEmpty }
    guard (1...8).contains(places.count) else {
      throw Complaint(
        .usage, Text("one to eight places can be signed", "签字栏要有一到八个", "簽字欄要有一到八個"),
        try: desk.say(Text("--sign prepared,approved", "--sign 制表,审核,生产,批准", "--sign 製表,審核,生產,核准")))
    }
    return try places.map { place in
      // The places that offices have are named in the language of the page.
      let known = Self.offices.first { $0.all.contains(folded(place)) }
      let isOwn = known != nil && known == Self.offices.first
      let word = known?[desk.language] ?? place
      return PageFrame.Signature(
        folded(word) == folded(place) ? place : word, name: isOwn ? try name ?? printed(Answer()).name : nil)
    }
  }

  /// Who signs a page, as people call it; the first is who prints it.
  private static let offices = [
    Text("prepared", "制表", "製表"), Text("checked", "审核", "審核"), Text("approved", "批准", "核准"),
    Text("production", "生产", "生產"), Text("sales", "销售", "銷售"), Text("purchasing", "采购", "採購"),
    Text("finance", "财务", "財務"), Text("warehouse", "仓库", "倉庫"), Text("quality", "质量", "品質"),
  ]

  /// Who prints, and the newest event of the book. While an answer is shown that knows the latter, its book is
  /// still being held, and is not asked again.
  private func printed(_ answer: Answer) throws -> (name: String, newest: Int64) {
    let login = desk.actor.login
    if let newest = answer.newest { return (login, newest) }
    return try desk.read { reading in
      let name = try User.all(in: reading).first { $0.login == login }?.name
      return (name ?? login, try Journal.newest(in: reading))
    }
  }

  /// Now where the book is: 2026-03-16 08:05.
  private func localNow() throws -> String {
    let now = try desk.book().now
    return String(now.adding(seconds: Int64(desk.utcOffset(now))).description.prefix(16))
      .replacing("T", with: " ")
  }

  private var numbering: PageFrame.Numbering {
    switch desk.language {
    case .english: PageFrame.Numbering("page ", " of ")
    case .simplified: PageFrame.Numbering("第 ", " 页 共 ", " 页")
    case .traditional: PageFrame.Numbering("第 ", " 頁 共 ", " 頁")
    }
  }
}

import Gendan
import GendanOutput

/// Answers that leave as messages, and those that are longer than the screen.
extension Presentation {
  /// The answer as a whole mail.
  func mail(_ answer: Answer, _ document: Document) throws -> String {
    let book = try desk.book()
    let from = try answer.envelope.from ?? desk.read { try desk.actorsMail(in: $0) }
    let sender = from ?? desk.defaultSender
    let host = sender.split(separator: "@").last.map(String.init) ?? sender
    let key = answer.envelope.key.isEmpty ? "\(answer.schema).\(book.now.seconds)" : answer.envelope.key
    let name = String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "." })
    let head = MailRenderer.Head(
      from: sender, to: answer.envelope.to, subject: title(answer),
      date: book.now.mailDate(utcOffset: book.utcOffset), id: "\(name)@\(host)")
    return MailRenderer(
      head, layout: try layout(answer),
      page: HTMLRenderer(title: title(answer), language: desk.language.rawValue)
    ).render(document)
  }

  /// The answer as requests to a group's robot.
  func chat(_ answer: Answer, _ document: Document, _ robot: ChatRenderer.Robot) -> String {
    ChatRenderer(robot, title: title(answer), limit: answer.envelope.maxBytes).render(document)
  }

  /// Shows a text that is longer than the terminal in a pager; false where it is not, or nobody wants one.
  func page(_ bytes: [UInt8]) throws -> Bool {
    guard let terminal = desk.surroundings.terminal, let page = desk.surroundings.page,
      try format().isForPeople,
      bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= terminal.height
    else { return false }
    let pager =
      [
        options.pager, desk.environment("GENDAN_PAGER"), desk.configuration["pager"],
        desk.environment("PAGER"),
      ]
      .compactMap(\.self).first ?? "auto"
    if ["never", "cat"].contains(pager) || desk.environment("TERM") == "dumb" { return false }
    return try page(
      String(decoding: bytes, as: UTF8.self),
      pager == "auto" || pager == "always" ? "LESSCHARSET=utf-8 less -FRSX" : pager)
  }
}

/// Writes a document as a whole message of RFC 5322, as `sendmail -t` takes it: the plain text, and the same
/// as a page.
public struct MailRenderer: Sendable {
  /// The head of a message.
  public struct Head: Sendable, Equatable {
    /// Who sends it: an address.
    public var from: String
    /// Who gets it: addresses; empty where the sender's command names them.
    public var to: [String]
    /// What it is about.
    public var subject: String
    /// When it was written, as RFC 5322 writes it.
    public var date: String
    /// Its name in the world, without brackets: the same message has the same, however often it is sent.
    public var id: String

    /// The head of a message.
    public init(from: String, to: [String], subject: String, date: String, id: String) {
      self.from = from
      self.to = to
      self.subject = subject
      self.date = date
      self.id = id
    }
  }

  /// The head.
  public var head: Head
  /// How its plain text is laid out.
  public var layout: TextLayout
  /// Its page.
  public var page: HTMLRenderer

  /// A renderer.
  public init(_ head: Head, layout: TextLayout, page: HTMLRenderer) {
    self.head = head
    self.layout = layout
    self.page = page
  }

  /// The message; its lines end as those of a file, which `sendmail` expects.
  public func render(_ document: Document) -> String {
    // No line of base64 begins with two hyphens: the border cannot be mistaken.
    let border = "=_gendan_\(head.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(40))"
    var lines = ["From: \(head.from)"]
    if !head.to.isEmpty { lines.append("To: " + head.to.joined(separator: ",\n ")) }
    lines += [
      "Subject: " + Self.encoded(head.subject.printable), "Date: \(head.date)", "Message-ID: <\(head.id)>",
      "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
      "Content-Type: multipart/alternative;\n boundary=\"\(border)\"", "",
    ]
    for (type, text) in [
      ("text/plain", TextRenderer(layout).render(document)), ("text/html", page.render(document)),
    ] {
      lines += [
        "--\(border)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
      ]
      lines += Base64.lines(of: Array(text.utf8), of: 76)
    }
    return (lines + ["--\(border)--", ""]).joined(separator: "\n")
  }

  /// Words of a head as RFC 2047 encodes them, each at most 75 signs, none breaking a character.
  private static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }), text.utf8.count <= 66 { return text }
    var words: [String] = []
    var bytes: [UInt8] = []
    func end() {
      if !bytes.isEmpty { words.append("=?utf-8?B?\(Base64.text(of: bytes[...]))?=") }
      bytes = []
    }
    for scalar in text.unicodeScalars {
      let more = Array(String(scalar).utf8)
      // 45 bytes are 60 signs of base64; the frame takes 12, and the first word stands after the field's name.
      if bytes.count + more.count > (words.isEmpty ? 36 : 45) { end() }
      bytes += more
    }
    end()
    return words.joined(separator: "\n ")
  }
}

/// Base64 of RFC 4648: Foundation has it too, and costs more at every start than these lines.
enum Base64 {
  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The signs of these bytes.
  static func text(of bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let group = bytes[place..<min(place + 3, bytes.endIndex)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for sign in 0..<4 {
        result.append(sign <= group.count ? signs[number >> (18 - 6 * sign) & 63] : UInt8(ascii: "="))
      }
      place += 3
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same in lines of so many signs, a multiple of 4.
  static func lines(of bytes: [UInt8], of width: Int) -> [String] {
    stride(from: 0, to: bytes.count, by: width / 4 * 3).map { start in
      text(of: bytes[start..<min(start + width / 4 * 3, bytes.count)])
    }
  }
}

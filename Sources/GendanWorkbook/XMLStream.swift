import CExpat

/// Reads one XML part piece by piece, by expat, and tells a handler what it finds.
///
/// A part with a document type is refused, so that there are no entities to unfold and nothing to fetch.
final class XMLStream {
  private let part: String
  private let limits: ArchiveLimits
  private let handler: any XMLHandler
  private let parser: XML_Parser
  private var failure: WorkbookError?
  private var depth = 0
  private var fed = 0

  /// A workbook's elements stand eight deep.
  private static let mostDepth = 100

  private init(_ part: String, _ handler: any XMLHandler, _ limits: ArchiveLimits) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else { throw .tooLarge(part: part) }
    (self.part, self.handler, self.limits, self.parser) = (part, handler, limits, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let name, let attributes else { return }
        XMLStream.of(user)?.begin(name, XMLAttributes(list: attributes))
      },
      { user, name in
        guard let name else { return }
        XMLStream.of(user)?.end(name)
      })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      XMLStream.of(user)?.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let stream = XMLStream.of(user) else { return }
      stream.fail(.documentType(part: stream.part))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a part of an archive.
  static func read(
    _ part: String, of archive: Archive, limits: ArchiveLimits, to handler: any XMLHandler
  ) throws(WorkbookError) {
    let stream = try XMLStream(part, handler, limits)
    try archive.read(part) { piece throws(WorkbookError) in try stream.feed(piece, isLast: false) }
    try stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
    user.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func feed(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(WorkbookError) {
    fed += piece.count
    let text = UnsafeRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, text, Int32(clamping: piece.count), isLast ? 1 : 0)
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      throw .damaged(part: part, detail: "line \(XML_GetCurrentLineNumber(parser))")
    }
    // expat begins a token that is not whole anew with each piece: a long one takes hours.
    guard fed - max(Int(XML_GetCurrentByteIndex(parser)), 0) <= limits.token || isLast else {
      throw .tooLarge(part: part)
    }
  }

  private func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= XMLStream.mostDepth else {
      return fail(.damaged(part: part, detail: "too deep"))
    }
    do throws(WorkbookError) { try handler.begin(XMLText(start: name).local, attributes) } catch {
      fail(error)
    }
  }

  private func end(_ name: UnsafePointer<CChar>) {
    guard failure == nil else { return }
    depth -= 1
    do throws(WorkbookError) { try handler.end(XMLText(start: name).local) } catch { fail(error) }
  }

  private func fail(_ error: WorkbookError) {
    failure = failure ?? error
    XML_StopParser(parser, 0)
  }
}

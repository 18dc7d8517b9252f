/// A way to damage a workbook's file, the same for the same seed.
public struct Mutation {
  private var random: SeededGenerator

  /// The damage that belongs to a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// What hostile or careless programs write.
  private static let pieces = [
    "", "<", ">", "\"", "&", "&#0;", "&#xFFFFFFFF;", "<row>", "</row>", "<c r=\"XFD1048576\">", "</c>", "<v>",
    "</v>",
    "-1", "0", "99999999999999999999", "1e308", "nan", "A0", "ZZZZ1", "A1:A1", "t=\"s\"", "t=\"e\"",
    "s=\"7\"",
    "../../../x", "/", "\\", "\u{0}", "年", "_x0000_", "r:id=\"rId1\"", "<!DOCTYPE a>", "<!--", "-->",
    "<![CDATA[", "]]>",
    "<?xml version=\"1.0\" encoding=\"GB2312\"?>", "<sheetData>", "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<si>", "</t>",
    "<rPh>", "</is>", "<extLst>",
  ]

  /// The damaged file.
  public mutating func apply(to file: WorkbookFile) -> [UInt8] {
    var file = file
    file.isDeflated = Bool.random(using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return flipped(file.bytes)
    case 1: return Array(file.bytes.prefix(Int.random(in: 0..<file.bytes.count, using: &random)))
    case 2:
      let bytes = file.bytes
      let range = self.range(bytes.count)
      return Array(bytes[..<range.lowerBound] + bytes[range.upperBound...])
    case 3:
      let places = file.parts.indices.shuffled(using: &random)
      let bytes = file.parts[places[0]].bytes
      file.parts[places[0]].bytes = file.parts[places[1]].bytes
      file.parts[places[1]].bytes = bytes
    case 4: file.parts.remove(at: file.parts.indices.randomElement(using: &random) ?? 0)
    default:
      // Damage within a part, under a sound wrapping, goes deepest.
      for _ in 0..<Int.random(in: 1...3, using: &random) { damagePart(of: &file) }
    }
    return file.bytes
  }

  private mutating func damagePart(of file: inout WorkbookFile) {
    let place = file.parts.indices.randomElement(using: &random) ?? 0
    var bytes = file.parts[place].bytes
    guard !bytes.isEmpty else { return }
    let range = self.range(bytes.count)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes = flipped(bytes)
    case 1: bytes.insert(contentsOf: Array(bytes[range]), at: range.upperBound)
    case 2: bytes.replaceSubrange(range, with: (Self.pieces.randomElement(using: &random) ?? "").utf8)
    default:
      bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: range.lowerBound)
    }
    file.parts[place].bytes = bytes
  }

  private mutating func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard let place = bytes.indices.randomElement(using: &random) else { continue }
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    return bytes
  }

  /// A short stretch of so many bytes.
  private mutating func range(_ count: Int) -> Range<Int> {
    let start = Int.random(in: 0..<count, using: &random)
    return start..<min(start + Int.random(in: 1...24, using: &random), count)
  }
}

import CZlib

/// A zip archive in memory: its list of entries, and the bytes of each.
///
/// Only what office programs write is understood: entries stored or deflated, sizes in the list at the end.
struct Archive {
  /// What the list says of an entry.
  private struct Entry {
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private let limits: ArchiveLimits
  private var entries: [String: [Entry]] = [:]

  /// Reads the list of entries.
  init(_ bytes: [UInt8], limits: ArchiveLimits) throws(WorkbookError) {
    self.bytes = bytes
    self.limits = limits
    let end = try Archive.end(of: bytes)
    var (count, place) = (try number(at: end + 10, 2), try number(at: end + 16, 4))
    if count == 0xFFFF || place == 0xFFFF_FFFF { (count, place) = try wideEnd(before: end) }
    guard count <= limits.entries else { throw .tooLarge(part: "") }
    var whole = 0
    for _ in 0..<count {
      let size = try addEntry(at: &place)
      guard size <= limits.whole - whole else { throw .tooLarge(part: "") }
      whole += size
    }
  }

  /// Whether the bytes begin as an archive does.
  static func isLikely(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Whether there is a part of this name; case makes no difference.
  func holds(_ name: String) -> Bool { entries[Archive.key(name)] != nil }

  /// The bytes of a part, given piece by piece.
  func read(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    guard let found = entries[Archive.key(name)], let entry = found.first else {
      throw .damaged(part: name, detail: "missing")
    }
    // Two parts of one name are two truths, and each program believes another.
    guard found.count == 1 else { throw .damaged(part: name, detail: "there twice") }
    guard !entry.isEncrypted else { throw .encrypted }
    guard entry.size <= limits.part else { throw .tooLarge(part: name) }
    guard entry.size <= limits.freeOfRatio || entry.size / limits.ratio <= entry.packedSize else {
      throw .tooLarge(part: name)
    }
    let packed = try packedBytes(of: entry, name)
    let unpacking = Unpacking(part: name, size: entry.size, checksum: entry.checksum)
    switch entry.method {
    case 0: try unpacking.stored(packed, take)
    case 8: try unpacking.deflated(packed, take)
    default: throw .damaged(part: name, detail: "packed by method \(entry.method)")
    }
  }

  /// The whole of a small part.
  func bytes(of name: String) throws(WorkbookError) -> [UInt8] {
    var whole: [UInt8] = []
    try read(name) { piece throws(WorkbookError) in whole += piece }
    return whole
  }

  private func packedBytes(of entry: Entry, _ name: String) throws(WorkbookError) -> ArraySlice<UInt8> {
    guard try number(at: entry.offset, 4) == 0x0403_4B50 else {
      throw .damaged(part: name, detail: "not where the list says")
    }
    let nameSize = try number(at: entry.offset + 26, 2)
    let extraSize = try number(at: entry.offset + 28, 2)
    let start = entry.offset + 30 + nameSize + extraSize
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw .damaged(part: name, detail: "cut off")
    }
    return bytes[start..<start + entry.packedSize]
  }

  /// Takes in the entry of the list at `place`, goes on to the next, and tells its unpacked size.
  private mutating func addEntry(at place: inout Int) throws(WorkbookError) -> Int {
    guard try number(at: place, 4) == 0x0201_4B50 else { throw Archive.damagedList }
    let flags = try number(at: place + 8, 2)
    let nameSize = try number(at: place + 28, 2)
    let extraSize = try number(at: place + 30, 2)
    let remarkSize = try number(at: place + 32, 2)
    var (packed, size) = (try number(at: place + 20, 4), try number(at: place + 24, 4))
    var offset = try number(at: place + 42, 4)
    let nameStart = place + 46
    let extraStart = nameStart + nameSize
    guard extraStart + extraSize <= bytes.count else { throw Archive.damagedList }
    try widen(&size, &packed, &offset, by: extraStart..<extraStart + extraSize)
    guard offset <= bytes.count, packed <= bytes.count else { throw Archive.damagedList }
    let name = String(decoding: bytes[nameStart..<extraStart], as: UTF8.self)
    let entry = Entry(
      method: try number(at: place + 10, 2), isEncrypted: flags & 1 != 0,
      checksum: UInt(try number(at: place + 16, 4)), packedSize: packed, size: size, offset: offset)
    entries[Archive.key(name), default: []].append(entry)
    place = extraStart + extraSize + remarkSize
    return size
  }

  /// Puts in the eight-byte sizes of a large archive for those that did not fit in four.
  private func widen(
    _ size: inout Int, _ packed: inout Int, _ offset: inout Int, by extra: Range<Int>
  ) throws(WorkbookError) {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let kind = try number(at: place, 2)
      let next = place + 4 + (try number(at: place + 2, 2))
      place += 4
      if kind == 1 {
        if size == 0xFFFF_FFFF { size = try wideNumber(at: &place, before: next) }
        if packed == 0xFFFF_FFFF { packed = try wideNumber(at: &place, before: next) }
        if offset == 0xFFFF_FFFF { offset = try wideNumber(at: &place, before: next) }
      }
      place = next
    }
  }

  private func wideNumber(at place: inout Int, before end: Int) throws(WorkbookError) -> Int {
    guard place + 8 <= end else { throw Archive.damagedList }
    defer { place += 8 }
    return try number(at: place, 8)
  }

  /// The count and place of the list of a large archive.
  private func wideEnd(before end: Int) throws(WorkbookError) -> (count: Int, place: Int) {
    guard try number(at: end - 20, 4) == 0x0706_4B50 else { throw Archive.damagedList }
    let place = try number(at: end - 12, 8)
    guard place <= bytes.count, try number(at: place, 4) == 0x0606_4B50 else { throw Archive.damagedList }
    return (try number(at: place + 32, 8), try number(at: place + 48, 8))
  }

  /// The record at the end of an archive, which a remark may follow.
  private static func end(of bytes: [UInt8]) throws(WorkbookError) -> Int {
    let last = bytes.count - 22
    guard last >= 0 else { throw damagedList }
    for place in stride(from: last, through: max(last - 0xFFFF, 0), by: -1)
    where bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5 && bytes[place + 3] == 6 {
      return place
    }
    throw damagedList
  }

  /// A number of `size` bytes, the low one first.
  private func number(at place: Int, _ size: Int) throws(WorkbookError) -> Int {
    guard place >= 0, place <= bytes.count - size else { throw Archive.damagedList }
    var number: UInt64 = 0
    for index in stride(from: size - 1, through: 0, by: -1) {
      number = number << 8 | UInt64(bytes[place + index])
    }
    guard number <= UInt64(Int.max / 4) else { throw Archive.damagedList }
    return Int(number)
  }

  private static let damagedList = WorkbookError.damaged(part: "", detail: "list of parts")

  /// Names of parts are the same in either case, and some programs write them with backslashes.
  private static func key(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == 0x5C ? 0x2F : 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}

/// What files that are not workbooks are, by their first bytes.
public enum FileForm {
  /// Whether the bytes are those of a workbook, or of something else that an office program wrote, so that
  /// they are no text.
  public static func isOffice(_ bytes: [UInt8]) -> Bool {
    Archive.isLikely(bytes) || of(bytes) != nil
  }

  /// Why bytes that are no archive are no workbook either; nil where nothing is known of them.
  static func of(_ bytes: [UInt8]) -> WorkbookError? {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
    // A file with a password is a small file system in which the workbook lies encrypted.
    var name: [UInt8] = []
    for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
    var found = 0
    for byte in bytes where found < name.count {
      found = byte == name[found] ? found + 1 : byte == name[0] ? 1 : 0
    }
    let isEncrypted = found == name.count
    return isEncrypted ? .encrypted : .oldFormat
  }
}

import CMd

/// The SHA-256 (FIPS 180-4) of bytes that come in pieces, so that no file is held in memory.
public struct ByteHasher: ~Copyable {
  private var context = SHA2_CTX()
  private var count: Int64 = 0

  /// The fingerprint of no bytes so far.
  public init() { SHA256Init(&context) }

  /// Takes the next bytes.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    SHA256Update(&context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    count += Int64(bytes.count)
  }

  /// The fingerprint of all that was added.
  public consuming func finish() -> FileFingerprint {
    FileFingerprint(sha256: RowDigest(finishing: &context).hex, bytes: count)
  }
}

/// By what a file is known again: its SHA-256 in 64 hexadecimal digits, and its size in bytes.
public struct FileFingerprint: Sendable, Equatable {
  /// 64 hexadecimal digits.
  public let sha256: String
  /// The size.
  public let bytes: Int64
}

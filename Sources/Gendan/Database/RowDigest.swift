import CMd

/// A row's fingerprint: SHA-256 (FIPS 180-4) of its table, id and values.
///
/// Fingerprints add up lane by lane modulo 2^64, so a set of rows has one whatever their order
/// (the additive multiset hash of Bellare and Micciancio's incremental hashing).
public struct RowDigest: Sendable, Equatable {
  private var lanes: SIMD4<UInt64>

  /// The fingerprint of no rows.
  public static let zero = RowDigest(lanes: .zero)

  /// The fingerprint of both sets of rows.
  public static func + (a: RowDigest, b: RowDigest) -> RowDigest { RowDigest(lanes: a.lanes &+ b.lanes) }
  /// The fingerprint of the first set without the second.
  public static func - (a: RowDigest, b: RowDigest) -> RowDigest { RowDigest(lanes: a.lanes &- b.lanes) }

  private init(lanes: SIMD4<UInt64>) { self.lanes = lanes }

  /// The SHA-256 of some bytes.
  public init(of bytes: [UInt8]) {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    self.init(finishing: &context)
  }

  /// The SHA-256 of what a context was given.
  init(finishing context: inout SHA2_CTX) {
    lanes = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      SHA256Final(digest.baseAddress, &context)
      var lanes = SIMD4<UInt64>.zero
      for (index, byte) in digest.enumerated() { lanes[index / 8] = lanes[index / 8] << 8 | UInt64(byte) }
      return lanes
    }
  }

  /// Reads 64 hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 64 else { return nil }
    lanes = .zero
    for (index, character) in hex.utf8.enumerated() {
      guard let digit = Character(Unicode.Scalar(character)).hexDigitValue else { return nil }
      lanes[index / 16] = lanes[index / 16] << 4 | UInt64(digit)
    }
  }

  /// 64 hexadecimal digits.
  public var hex: String {
    String(unsafeUninitializedCapacity: 64) { digits in
      for index in 0..<64 {
        let nibble = UInt8(truncatingIfNeeded: lanes[index / 16] >> UInt64(60 - index % 16 * 4) & 0xF)
        digits[index] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
      }
      return 64
    }
  }
}

/// Collects the bytes of one row and fingerprints them; values are told apart by type and length.
///
/// A NULL adds nothing, so a column added later does not change the fingerprint of rows without it.
public struct RowHasher {
  private var bytes: [UInt8] = []

  /// An empty collector; it is reused from row to row.
  public init() { bytes.reserveCapacity(512) }

  /// Begins a row.
  public mutating func begin(table: String, id: Int64) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: table.utf8)
    append(tag: 0, UInt64(bitPattern: id))
  }

  /// Adds a whole number in the column that counts from 0.
  public mutating func add(_ column: Int, integer: Int64) {
    bytes.append(UInt8(truncatingIfNeeded: column))
    append(tag: 1, UInt64(bitPattern: integer))
  }

  /// Adds a floating-point number.
  public mutating func add(_ column: Int, real: Double) {
    bytes.append(UInt8(truncatingIfNeeded: column))
    append(tag: 2, real.bitPattern)
  }

  /// Adds a text's UTF-8 bytes.
  public mutating func add(_ column: Int, text: UnsafeRawBufferPointer) {
    bytes.append(UInt8(truncatingIfNeeded: column))
    append(tag: 3, UInt64(text.count))
    bytes.append(contentsOf: text)
  }

  /// Adds a value of any type.
  public mutating func add(_ column: Int, _ value: SQLValue) {
    switch value {
    case .null: break
    case .integer(let number): add(column, integer: number)
    case .real(let number): add(column, real: number)
    case .text(var text): text.withUTF8 { add(column, text: UnsafeRawBufferPointer($0)) }
    }
  }

  /// The fingerprint of the row collected since `begin`.
  public func finish() -> RowDigest { RowDigest(of: bytes) }

  private mutating func append(tag: UInt8, _ number: UInt64) {
    bytes.append(tag)
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

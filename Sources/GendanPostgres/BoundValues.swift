#if PostgreSQL
  import CPostgres
  import Gendan

  /// The values of one statement in PostgreSQL's binary form: numbers stay exact, and a text that
  /// holds a zero byte is refused by the server rather than cut short by libpq.
  struct BoundValues {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    /// Lays out the values one after the other.
    init(_ values: [SQLValue]) {
      // Never empty, for the address of an empty text would be NULL, which means NULL.
      bytes.reserveCapacity(values.count * 16 + 1)
      for value in values {
        let start = bytes.count
        switch value {
        case .null: break
        case .integer(let number): append(UInt64(bitPattern: number))
        case .real(let number): append(number.bitPattern)
        case .text(let text): bytes.append(contentsOf: text.utf8)
        }
        starts.append(value.isNull ? nil : start)
        lengths.append(Int32(bytes.count - start))
      }
      bytes.append(0)
    }

    /// Lends the three arrays that libpq wants: addresses, lengths, and forms (all binary).
    func withPointers<T>(
      _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
      let forms = [Int32](repeating: 1, count: starts.count)
      return bytes.withUnsafeBytes { memory in
        let base = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
        let addresses = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
        return body(addresses, lengths, forms)
      }
    }

    private mutating func append(_ number: UInt64) {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  extension SQLValue {
    /// The type's number in the server's catalogue.
    var oid: Oid {
      switch self {
      case .integer, .null(.integer): 20
      case .real, .null(.real): 701
      case .text, .null(.text): 25
      }
    }
  }
#endif

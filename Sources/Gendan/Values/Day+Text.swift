extension Day: CustomStringConvertible {
  /// The day written strictly as YYYY-MM-DD, or nil.
  public init?(_ iso: String) {
    self.init(utf8: iso.utf8.span)
  }

  /// The day written strictly as YYYY-MM-DD, or nil.
  public init?(_ iso: Substring) {
    self.init(utf8: iso.utf8.span)
  }

  /// The day whose text YYYY-MM-DD these bytes are, or nil; reads a database's column without a copy.
  public init?(utf8 bytes: borrowing Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = ASCII.number(bytes, at: 0, count: 4),
      let month = ASCII.number(bytes, at: 5, count: 2),
      let day = ASCII.number(bytes, at: 8, count: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as YYYY-MM-DD.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      var end = 0
      eachByte {
        buffer.initializeElement(at: end, to: $0)
        end += 1
      }
      return end
    }
  }

  /// Appends the ten bytes of YYYY-MM-DD, for writers of many rows.
  public func write(to bytes: inout [UInt8]) {
    eachByte { bytes.append($0) }
  }

  @inline(__always)
  private func eachByte(_ put: (UInt8) -> Void) {
    let (year, month, day) = civil
    put(ASCII.digit(year / 1000))
    put(ASCII.digit(year / 100))
    put(ASCII.digit(year / 10))
    put(ASCII.digit(year))
    put(hyphen)
    put(ASCII.digit(month / 10))
    put(ASCII.digit(month))
    put(hyphen)
    put(ASCII.digit(day / 10))
    put(ASCII.digit(day))
  }
}

private var hyphen: UInt8 { UInt8(ascii: "-") }  // computed: a stored global is initialised lazily

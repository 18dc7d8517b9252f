import Glibc

/// The C library's conversion between encodings.
enum Iconv {
  /// Why bytes could not be converted.
  enum Failure: Error, Equatable {
    /// The C library cannot convert between these two encodings on this machine.
    case unavailable
    /// The bytes at `offset` mean nothing or are cut off; `converted` is what came before them.
    case badBytes(offset: Int, converted: [UInt8])
  }

  /// Gives the text of `bytes` in another encoding; encodings are named as `iconv --list` does.
  static func convert(_ bytes: [UInt8], from: String, to: String) throws(Failure) -> [UInt8] {
    let converter = iconv_open(to, from)
    guard converter != iconv_t(bitPattern: -1) else { throw .unavailable }
    defer { iconv_close(converter) }
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count + bytes.count / 2)
    var consumed = 0
    var failure: Int32 = 0
    bytes.withUnsafeBytes { source in
      // C declares the input writable and never writes to it.
      var next = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      repeat {
        converted += [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, written in
          var place = UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
          var space = room.count
          failure = iconv(converter, &next, &left, &place, &space) == -1 ? errno : 0
          written = room.count - space
        }
      } while failure == E2BIG
      consumed = source.count - left
    }
    guard failure == 0 else { throw .badBytes(offset: consumed, converted: converted) }
    return converted
  }
}

import CZlib

/// Gives out the bytes of one packed part, and sees that they are as many as promised and undamaged.
struct Unpacking {
  /// The part's name.
  let part: String
  /// How many bytes it is said to hold.
  let size: Int
  /// The checksum it is said to have.
  let checksum: UInt

  /// What takes the bytes, piece by piece.
  typealias Take = (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void

  private static let pieceSize = 1 << 16

  /// Bytes that were not packed at all.
  func stored(_ bytes: ArraySlice<UInt8>, _ take: Take) throws(WorkbookError) {
    guard bytes.count == size else { throw .damaged(part: part, detail: "size") }
    try bytes.withUnsafeBufferPointer { bytes throws(WorkbookError) in
      guard sum(crc32(0, nil, 0), bytes) == checksum else { throw .damaged(part: part, detail: "checksum") }
      for start in stride(from: 0, to: bytes.count, by: Unpacking.pieceSize) {
        let end = min(start + Unpacking.pieceSize, bytes.count)
        try take(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }

  /// Bytes that were deflated.
  func deflated(_ bytes: ArraySlice<UInt8>, _ take: Take) throws(WorkbookError) {
    // zlib remembers the address of its state.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let version = ZLIB_VERSION
    guard inflateInit2_(stream, -MAX_WBITS, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .damaged(part: part, detail: "cannot be unpacked here")
    }
    defer { inflateEnd(stream) }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Unpacking.pieceSize)
    defer { piece.deallocate() }
    try bytes.withUnsafeBufferPointer { bytes throws(WorkbookError) in
      // C declares the input writable and never writes to it.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: bytes.count)
      try inflate(stream, by: piece, take)
    }
  }

  private func inflate(
    _ stream: UnsafeMutablePointer<z_stream>, by piece: UnsafeMutableBufferPointer<UInt8>, _ take: Take
  ) throws(WorkbookError) {
    var done = 0
    var found = crc32(0, nil, 0)
    while true {
      stream.pointee.next_out = piece.baseAddress
      stream.pointee.avail_out = UInt32(piece.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      guard status == Z_OK || status == Z_STREAM_END else { throw .damaged(part: part, detail: "packing") }
      let fresh = UnsafeBufferPointer(rebasing: piece[..<(piece.count - Int(stream.pointee.avail_out))])
      done += fresh.count
      guard done <= size else { throw .damaged(part: part, detail: "size") }
      found = sum(found, fresh)
      try take(fresh)
      if status == Z_STREAM_END { break }
    }
    guard done == size, found == checksum else { throw .damaged(part: part, detail: "checksum") }
  }

  private func sum(_ sum: UInt, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt {
    crc32(sum, bytes.baseAddress, UInt32(clamping: bytes.count))
  }
}

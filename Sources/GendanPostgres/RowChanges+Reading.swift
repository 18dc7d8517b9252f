#if PostgreSQL
  import Gendan

  extension RowChanges {
    /// Reads what the server kept after change number `last`, which moves on, into `set`; returns
    /// how many changes there were.
    static func read(
      _ connection: Connection, after last: inout Int64, into set: ChangeSet,
      learn: (String) throws -> Void
    ) throws -> Int {
      var count = 0
      var reader = RowImageReader()
      var names: [[UInt8]: String] = [:]
      while true {
        // In pieces, for libpq holds a whole answer in memory and an import changes a million rows.
        let answer = try connection.run(
          """
          SELECT seq, table_name, id, before, after FROM row_changes
          WHERE seq > \(last) ORDER BY seq LIMIT \(piece)
          """, binaryAnswer: true)
        for row in 0..<answer.count {
          last = Int64(bigEndian: answer.bytes(row, 0).loadUnaligned(as: Int64.self))
          let id = Int64(bigEndian: answer.bytes(row, 2).loadUnaligned(as: Int64.self))
          let spelling = Array(answer.bytes(row, 1))
          let table = names[spelling] ?? String(decoding: spelling, as: UTF8.self)
          if names.updateValue(table, forKey: spelling) == nil { try learn(table) }
          let before = answer.bytes(row, 3)
          let after = answer.bytes(row, 4)
          if before.isEmpty {
            let digest = reader.digest(after, table: table, id: id, without: set.keptColumns(table))
            set.inserted(table, id: id, digest: digest) { RowImageReader.values(after) }
          } else {
            set.altered(
              table, id: id, before: RowImageReader.values(before),
              after: after.isEmpty ? nil : RowImageReader.values(after))
          }
        }
        count += answer.count
        if answer.count < piece { return count }
      }
    }

    private static let piece = 10_000
  }

  /// Reads rows as `record_send` writes them: a count, then for each column its type's number, its
  /// length (-1 for NULL) and its bytes, all numbers big-endian.
  private struct RowImageReader {
    private var hasher = RowHasher()

    /// A row's fingerprint, without making values of it.
    mutating func digest(
      _ image: UnsafeRawBufferPointer, table: String, id: Int64, without kept: Set<Int>?
    ) -> RowDigest {
      hasher.begin(table: table, id: id)
      RowImageReader.each(image) { column, type, bytes in
        guard let bytes, kept?.contains(column) != true else { return }
        switch type {
        case .integer: hasher.add(column, integer: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case .real: hasher.add(column, real: RowImageReader.real(bytes))
        case .text: hasher.add(column, text: bytes)
        }
      }
      return hasher.finish()
    }

    /// A row's values in column order; a NULL is one of text, as the SQLite driver gives it.
    static func values(_ image: UnsafeRawBufferPointer) -> [SQLValue] {
      var values: [SQLValue] = []
      each(image) { _, type, bytes in
        guard let bytes else { return values.append(.null(.text)) }
        switch type {
        case .integer: values.append(.integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))))
        case .real: values.append(.real(real(bytes)))
        case .text: values.append(.text(String(decoding: bytes, as: UTF8.self)))
        }
      }
      return values
    }

    private static func each(
      _ image: UnsafeRawBufferPointer, _ body: (Int, SQLType, UnsafeRawBufferPointer?) -> Void
    ) {
      func number(_ offset: Int) -> Int32 {
        Int32(bigEndian: image.loadUnaligned(fromByteOffset: offset, as: Int32.self))
      }
      var offset = 4
      for column in 0..<Int(number(0)) {
        let type: SQLType =
          switch number(offset) {
          case 20: .integer
          case 701: .real
          default: .text
          }
        let length = Int(number(offset + 4))
        offset += 8
        guard length >= 0 else {
          body(column, type, nil)
          continue
        }
        body(column, type, UnsafeRawBufferPointer(rebasing: image[offset..<offset + length]))
        offset += length
      }
    }

    private static func real(_ bytes: UnsafeRawBufferPointer) -> Double {
      Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
    }
  }
#endif

#if PostgreSQL
  import CPostgres

  /// The server's whole answer to one statement; its bytes live as long as it does.
  final class Answer {
    /// libpq's result.
    let handle: OpaquePointer?

    init(_ handle: OpaquePointer?) { self.handle = handle }

    deinit { PQclear(handle) }

    /// Whether the statement succeeded.
    var isWell: Bool {
      let status = PQresultStatus(handle)
      return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK
    }

    /// How many rows it has.
    var count: Int { Int(PQntuples(handle)) }

    /// How many rows the statement changed.
    var changedRows: Int {
      guard let text = PQcmdTuples(handle) else { return 0 }
      return Int(String(cString: text)) ?? 0
    }

    /// The command that was done: `COMMIT` of a failed transaction answers `ROLLBACK`.
    var command: String { PQcmdStatus(handle).map { String(cString: $0) } ?? "" }

    /// One value as it was sent; empty for a NULL.
    func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(
        start: PQgetvalue(handle, Int32(row), Int32(column)),
        count: Int(PQgetlength(handle, Int32(row), Int32(column))))
    }

    /// One value as text.
    func text(_ row: Int, _ column: Int) -> String {
      String(decoding: bytes(row, column), as: UTF8.self)
    }

    /// One field of the error report.
    func report(_ field: Character) -> String? {
      guard let code = field.asciiValue, let text = PQresultErrorField(handle, Int32(code)) else {
        return nil
      }
      return String(cString: text)
    }
  }
#endif

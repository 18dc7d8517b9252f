#if PostgreSQL
  import CPostgres
  import Gendan

  /// One row of an answer in PostgreSQL's text form.
  final class PostgresRow: Row {
    private let answer: Answer
    /// Which row, counted from 0.
    var index: Int32 = 0

    init(_ answer: Answer) { self.answer = answer }

    func isNull(_ column: Int) -> Bool { PQgetisnull(answer.handle, index, Int32(column)) != 0 }

    func integer(_ column: Int) -> Int64 {
      let bytes = bytes(column)
      guard let first = bytes.first else { return 0 }
      // A truth value, such as EXISTS gives, is 1 or 0 on SQLite.
      if first == UInt8(ascii: "t") && PQftype(answer.handle, Int32(column)) == boolean { return 1 }
      let isNegative = first == UInt8(ascii: "-")
      var number: Int64 = 0
      for byte in bytes.dropFirst(isNegative ? 1 : 0) {
        // What is no digit ends the number, as a fraction's point does on SQLite.
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
        let digit = Int64(byte - UInt8(ascii: "0"))
        // Counted downwards: the least number has no positive twin.
        let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
        let (sum, overflowToo) = tens.subtractingReportingOverflow(digit)
        if overflow || overflowToo { return isNegative ? .min : .max }
        number = sum
      }
      return isNegative ? number : number == .min ? .max : -number
    }

    func real(_ column: Int) -> Double { Double(text(column)) ?? 0 }

    func text(_ column: Int) -> String { answer.text(Int(index), column) }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
      answer.bytes(Int(index), column)
    }

    private let boolean: Oid = 16
  }
#endif

import GendanTestSupport
import Testing

@testable import GendanCLI

/// A file of every awkward thing, for cutting short.
private let awkward = """
  客户单号;品名;"数量;件"\r
  HD-26-0331;"不锈钢 ""DN50"" 法兰";200\r
  \r
  "两
  行";;\r
  𠮷野家;"";3
  """

/// Reads bytes as text and then as CSV; nil where they are neither.
private func recordCount(_ raw: [UInt8], encoding: TextEncoding?) -> Int? {
  do {
    return recordCount(try TextFile(path: "x.csv", raw: raw, encoding: encoding).bytes)
  } catch {
    return nil
  }
}

/// Reads CSV to the end, passing over bad records; nil where there is no header with rows.
private func recordCount(_ bytes: [UInt8], delimiter: UInt8? = nil) -> Int? {
  guard var reader = try? CSVReader(bytes: bytes, delimiter: delimiter) else { return nil }
  var count = 0
  for _ in 0...bytes.count {
    do {
      guard let record = try reader.next() else { return count }
      count += record.texts.count == reader.header.count ? 1 : 0
    } catch {
      continue
    }
  }
  Issue.record("reading \(bytes) does not end")
  return nil
}

private func csv(
  _ table: [[String]], delimiter: String, end: String, using generator: inout SeededGenerator
) -> String {
  table.map { row in
    row.map { field in
      // Quotes around a field that needs none are as good.
      let isQuoted =
        field.unicodeScalars.contains { "\",;\t\r\n".unicodeScalars.contains($0) }
        || row.count == 1 && field.isEmpty || Int.random(in: 0..<4, using: &generator) == 0
      guard isQuoted else { return field }
      let inside = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
      return "\"\(inside)\""
    }
    .joined(separator: delimiter)
  }
  .joined(separator: end)
}

struct CSVPropertyTests {
  @Test func `Random bytes give records or errors and always end`() {
    var generator = SeededGenerator(seed: 1)
    let common = Array("\"\",,;\t\r\n\n a1客".utf8)
    for _ in 0..<4000 {
      let length = Int.random(in: 0...60, using: &generator)
      let raw = (0..<length).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator) : common.randomElement(using: &generator) ?? 0
      }
      _ = recordCount(raw, encoding: nil)
      _ = recordCount(raw, encoding: TextEncoding.allCases.randomElement(using: &generator))
      _ = recordCount(raw)
      _ = recordCount(raw, delimiter: raw.last)
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func `Random tables come back the same`(encoding: TextEncoding) throws {
    var generator = SeededGenerator(seed: 2)
    let letters = ["a", "B", "1", " ", "\"", ",", ";", "\t", "\r", "\n", "\r\n", "工", "文", "水", "。"]
    for _ in 0..<300 {
      let width = Int.random(in: 1...5, using: &generator)
      let height = Int.random(in: 2...6, using: &generator)
      let table = (0..<height).map { _ in
        (0..<width).map { _ in
          let length = Int.random(in: 0...4, using: &generator)
          return (0..<length).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      for delimiter in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
          let text = csv(table, delimiter: delimiter, end: end, using: &generator)
          let raw = try Iconv.convert(Array(text.utf8), from: "utf-8", to: encoding.rawValue)
          let file = try TextFile(path: "x.csv", raw: raw, encoding: encoding)
          var reader = try CSVReader(bytes: file.bytes)
          var found = [reader.header]
          while let record = try reader.next() { found.append(record.texts) }
          #expect(found == table, "\(text.debugDescription)")
        }
      }
    }
  }

  @Test(arguments: TextEncoding.allCases.filter { $0 != .big5 && $0 != .gbk })
  func `Every truncation gives records or an error`(encoding: TextEncoding) throws {
    let raw = try Iconv.convert(Array(awkward.utf8), from: "utf-8", to: encoding.rawValue)
    #expect(recordCount(raw, encoding: encoding) == 3)
    for length in raw.indices {
      _ = recordCount(Array(raw[..<length]), encoding: nil)
      _ = recordCount(Array(raw[..<length]), encoding: encoding)
    }
  }
}

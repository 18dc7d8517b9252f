import Testing

@testable import GendanCLI

/// All records and errors of a CSV text, in order.
private func read(_ text: String, delimiter: UInt8? = nil) throws -> [Result<TableRecord, CSVError>] {
  var reader = try CSVReader(bytes: Array(text.utf8), delimiter: delimiter)
  var results: [Result<TableRecord, CSVError>] = []
  while true {
    do {
      guard let record = try reader.next() else { return results }
      results.append(.success(record))
    } catch {
      results.append(.failure(error))
    }
  }
}

private func texts(_ text: String, delimiter: UInt8? = nil) throws -> [[String]] {
  try read(text, delimiter: delimiter).map { try $0.get().texts }
}

struct CSVReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Every line end parts records, and the last may be missing`(end: String) throws {
    #expect(try texts("a,b\(end)1,2\(end)3,4") == [["1", "2"], ["3", "4"]])
    #expect(try texts("a,b\(end)1,2\(end)3,4\(end)") == [["1", "2"], ["3", "4"]])
  }

  @Test func `An empty last field is kept`() throws {
    #expect(try texts("a,b\n1,\n,") == [["1", ""], ["", ""]])
    #expect(try texts("a\n\"\"\n") == [[""]])
  }

  @Test func `Quoted fields hold quotes, delimiters and line breaks`() throws {
    #expect(try texts("a,b\n\"say \"\"hi\"\"\",\"1,\r\n2\"\n") == [["say \"hi\"", "1,\r\n2"]])
    #expect(try texts("a\n\"\"\"\"\n\"\"\"\"\"\"\n") == [["\""], ["\"\""]])
  }

  @Test func `A quote inside a plain field is a letter`() throws {
    #expect(try texts("品名,数量\n管 DN50 2\",3\n") == [["管 DN50 2\"", "3"]])
  }

  @Test(arguments: [",", ";", "\t"])
  func `The header tells the delimiter, quoted ones aside`(delimiter: String) throws {
    let text = "\"a,;\t,;\t\"\(delimiter)b\n1\(delimiter)2\n"
    #expect(try texts(text) == [["1", "2"]])
    #expect(try CSVReader(bytes: Array(text.utf8)).header == ["a,;\t,;\t", "b"])
  }

  @Test func `A given delimiter wins over what the header looks like`() throws {
    #expect(try texts("a,b;c\n1,2;3\n", delimiter: UInt8(ascii: ";")) == [["1,2", "3"]])
  }

  @Test func `Records are made into text only as asked`() throws {
    let record = try #require(try read("a,b,c\n 宏达\u{3000},, x\n").first?.get())
    #expect(record.text(0) == " 宏达\u{3000}")
    #expect(record.trimmed(0) == "宏达")
    #expect(record.isEmpty(1) && !record.isEmpty(2) && !record.isEmpty)
    #expect(record.text(3) == "" && record.text(-1) == "" && record.isEmpty(3))
    #expect(try read("a,b\n,\n").first?.get().isEmpty == true)
  }

  @Test func `Rows count as a spreadsheet does, lines as an editor does`() throws {
    let records = try read("\na,b\r\n\r\n\"1\r\n1\",2\r\n3,4\n").map { try $0.get() }
    #expect(records.map(\.row) == [4, 5])
    #expect(records.map(\.line) == [4, 6])
  }

  @Test func `A row of the wrong length is told, and reading goes on`() throws {
    let results = try read("a,b\n1\n2,3\n4,5,6\n7,8\n")
    #expect(
      results.map { $0.map(\.texts) } == [
        .failure(.fieldCount(row: 2, line: 2, expected: 2, found: 1)), .success(["2", "3"]),
        .failure(.fieldCount(row: 4, line: 4, expected: 2, found: 3)), .success(["7", "8"]),
      ])
  }

  @Test func `Text after a closing quote is told, and reading goes on`() throws {
    let results = try read("a,b\n1,\"2\"3,4\n5,6\n7\n")
    #expect(
      results.map { $0.map(\.texts) } == [
        .failure(.textAfterQuote(row: 2, line: 2, column: 1)), .success(["5", "6"]),
        .failure(.fieldCount(row: 4, line: 4, expected: 2, found: 1)),
      ])
  }

  @Test func `A quote never closed is told by the line where it began`() throws {
    let results = try read("a,b\n\"1\n\n1\",\"2\n3,4\n")
    #expect(results.map { $0.map(\.texts) } == [.failure(.unterminatedQuote(row: 2, line: 4))])
    #expect(throws: CSVError.unterminatedQuote(row: 1, line: 1)) { try read("a,\"b\n1,2\n") }
  }

  @Test func `A file without rows is told`() {
    #expect(throws: CSVError.empty) { try read("") }
    #expect(throws: CSVError.empty) { try read("\r\n\n") }
    #expect(throws: CSVError.noRows(header: ["a", "b"])) { try read("a,b") }
    #expect(throws: CSVError.noRows(header: ["a", "b"])) { try read("a,b\n\n") }
  }
}

import Glibc
import Testing

@testable import GendanCLI

private let sample = "客户,数量\n宏达机械,200\n"

private func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
  try Iconv.convert(Array(text.utf8), from: "utf-8", to: encoding.rawValue)
}

/// Runs `body` with the path of a new folder, removed afterwards with the file `a.csv` in it.
private func withFolder(_ body: (String) throws -> Void) throws {
  var template = Array("/tmp/gendan-text-XXXXXX".utf8CString)
  let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  defer {
    unlink(folder + "/a.csv")
    rmdir(folder)
  }
  try body(folder)
}

private func write(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
}

struct TextFileTests {
  @Test func `The encoding is found out`() throws {
    #expect(try TextFile(path: "x", raw: encoded(sample, .utf8)).encoding == .utf8)
    for encoding in [TextEncoding.gb18030, .gbk] {
      let file = try TextFile(path: "x", raw: encoded(sample, encoding))
      #expect(file.encoding == .gb18030)
      #expect(file.bytes == Array(sample.utf8))
    }
  }

  @Test(arguments: TextEncoding.allCases.filter { $0 != .gb18030 })
  func `A given encoding is taken`(encoding: TextEncoding) throws {
    let text = "工單,數量\n水泥,200\n"
    let file = try TextFile(path: "x", raw: encoded(text, encoding), encoding: encoding)
    #expect(file.encoding == encoding)
    #expect(file.bytes == Array(text.utf8))
  }

  @Test func `A byte order mark decides and is dropped`() throws {
    let marked = "\u{FEFF}" + sample
    let littleEndian = try Iconv.convert(Array(marked.utf8), from: "utf-8", to: "utf-16le")
    let bigEndian = try Iconv.convert(Array(marked.utf8), from: "utf-8", to: "utf-16be")
    let raws: [(raw: [UInt8], encoding: TextEncoding)] = [
      (Array(marked.utf8), .utf8), (littleEndian, .utf16), (bigEndian, .utf16),
      (try encoded(marked, .gb18030), .gb18030),
    ]
    for (raw, encoding) in raws {
      let file = try TextFile(path: "x", raw: raw)
      #expect(file.encoding == encoding)
      #expect(file.bytes == Array(sample.utf8))
    }
  }

  @Test func `UTF-16 without a byte order mark is taken low byte first`() throws {
    let raw = try Iconv.convert(Array(sample.utf8), from: "utf-8", to: "utf-16le")
    #expect(try TextFile(path: "x", raw: raw, encoding: .utf16).bytes == Array(sample.utf8))
  }

  @Test func `An empty file is text`() throws {
    for encoding in TextEncoding.allCases {
      #expect(try TextFile(path: "x", raw: [], encoding: encoding).bytes.isEmpty)
    }
    #expect(try TextFile(path: "x", raw: [0xEF, 0xBB, 0xBF]).bytes.isEmpty)
  }

  @Test func `A damaged byte in UTF-8 is named and does not make the file GB18030`() throws {
    let start = "客户,数量\r\n宏达机械,".utf8
    #expect(
      throws: TextFileError.badBytes(path: "x", encoding: .utf8, offset: start.count, line: 2, bytes: [0xB0])
    ) {
      try TextFile(path: "x", raw: start + [0xB0, 0x32])
    }
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0xAE], [0x80], [0xFF],
    ] as [[UInt8]])
  func `UTF-8 is held to its rules`(bytes: [UInt8]) {
    #expect(throws: TextFileError.self) { try TextFile(path: "x", raw: bytes, encoding: .utf8) }
  }

  @Test func `A bad byte in GB18030 is named`() throws {
    let start = try encoded("客户,数量\r\n宏达\n", .gb18030)
    #expect(
      throws: TextFileError.badBytes(
        path: "x", encoding: .gb18030, offset: start.count, line: 3, bytes: [0xFF, 0x41])
    ) {
      try TextFile(path: "x", raw: start + [0xFF, 0x41, 0x42])
    }
    #expect(
      throws: TextFileError.badBytes(
        path: "x", encoding: .gb18030, offset: start.count, line: 3, bytes: [0xBA])
    ) {
      try TextFile(path: "x", raw: start + [0xBA])
    }
  }

  @Test func `A long file is converted whole`() throws {
    let text = String(repeating: "不锈钢法兰,200\n", count: 5000)
    #expect(try TextFile(path: "x", raw: encoded(text, .gb18030)).bytes == Array(text.utf8))
  }

  @Test func `A file is read whole, up to the limit`() throws {
    try withFolder { folder in
      let path = folder + "/a.csv"
      let text = String(repeating: sample, count: 10_000)
      try write(Array(text.utf8), to: path)
      #expect(try TextFile.read(path).bytes == Array(text.utf8))
      #expect(try TextFile.read(path, limit: text.utf8.count).bytes.count == text.utf8.count)
      let limit = text.utf8.count - 1
      #expect(throws: TextFileError.tooLarge(path: path, limit: limit)) {
        try TextFile.read(path, limit: limit)
      }
    }
  }

  @Test func `A missing file and a folder are told apart`() throws {
    try withFolder { folder in
      #expect(throws: TextFileError.missing(path: folder + "/b.csv")) {
        try TextFile.read(folder + "/b.csv")
      }
      #expect(throws: TextFileError.unreadable(path: folder, code: EISDIR)) { try TextFile.read(folder) }
    }
  }
}

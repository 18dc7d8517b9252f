import Gendan

/// The list that a leader gives out: an order or one of its lines on each line, with the quantity where it is not
/// all that is still to be made (R-198).
struct ReleaseList {
  /// A line of it.
  struct Line {
    /// Its number in the file, from 1.
    let number: Int
    /// The reference.
    let reference: String
    /// The quantity.
    let qty: String?
  }

  let lines: [Line]

  /// Reads a file, or standard input where it is `-`; `#` begins a remark.
  init(_ path: String, words: [String], qty: String?) throws {
    guard words.isEmpty, qty == nil else {
      throw Complaint(
        .usage,
        Text(
          "--batch takes orders and quantities from the file", "--batch 的单号和数量都写在文件里", "--batch 的單號和數量都寫在檔案裡"),
        try: "gendan release --batch FILE")
    }
    var lines: [Line] = []
    for (number, line) in try Self.lines(of: path) {
      let words = line.prefix { $0 != "#" }.split { $0.isWhitespace || $0 == "," || $0 == "，" }.map(
        String.init)
      guard let reference = words.first else { continue }
      guard words.count <= 2 else {
        throw Complaint(
          .data,
          Text(
            "line \(number) is not REF [QTY]: ", "第 \(number) 行应为 单号 [数量]: ",
            "第 \(number) 行應為 單號 [數量]: ")
            + line, facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")])
      }
      lines.append(Line(number: number, reference: reference, qty: words.count > 1 ? words[1] : nil))
    }
    guard !lines.isEmpty else {
      throw Complaint(.data, Text("\(path) names no order", "\(path) 里没有单号", "\(path) 裡沒有單號"))
    }
    self.lines = lines
  }

  /// The lines of a text, or the rows of a workbook's first sheet, with their numbers.
  private static func lines(of path: String) throws -> [(number: Int, text: String)] {
    let bytes = try TextFile.contents(of: path)
    if let sheet = try OpenSheet(bytes, path: path, named: nil) {
      let isHeading = sheet.lines.first?.fields.contains { TableField.qty.synonyms(in: .orders).contains($0) }
      return sheet.lines.dropFirst(isHeading == true ? 1 : 0).map {
        ($0.number, $0.fields.joined(separator: " "))
      }
    }
    let text = String(decoding: try TextFile(path: path, raw: bytes).bytes, as: UTF8.self)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { ($0.offset + 1, String($0.element)) }
  }
}

extension WorkRelease {
  /// Releases all of a list or nothing of it; each line that is refused is named with its reason.
  func release(_ list: ReleaseList, at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var refused: [(line: ReleaseList.Line, why: Complaint)] = []
      for line in list.lines {
        do {
          var words = [line.reference]
          let referenced = try desk.reference(&words, in: writing)
          try release(referenced, line.qty, at: desk, in: writing, &answer)
        } catch let error as DatabaseError {
          throw error
        } catch {
          refused.append((line, Complaint.of(error)))
        }
      }
      guard refused.isEmpty else { throw Self.refusal(refused, of: list.lines.count) }
    }
  }

  private static func refusal(
    _ refused: [(line: ReleaseList.Line, why: Complaint)], of count: Int
  ) -> Complaint {
    var complaint = Complaint(
      .refused,
      Text(
        "\(refused.count) of \(count) lines are refused, and nothing was released",
        "\(count) 行中有 \(refused.count) 行不能下达, 全部没有下达", "\(count) 行中有 \(refused.count) 行不能下達, 全部沒有下達"),
      facts: refused.map { line, why in
        Text("line \(line.number): ", "第 \(line.number) 行: ", "第 \(line.number) 行: ")
          + ([why.what] + why.facts.filter { !$0.english.hasPrefix("nothing was changed") }).joined("; ")
      }, tries: refused.prefix(2).compactMap(\.why.tries.first))
    complaint.most = .max
    complaint.gates = refused.flatMap(\.why.gates).reduce(into: []) { $0 += $0.contains($1) ? [] : [$1] }
    return complaint
  }
}

import ArgumentParser
import Gendan

/// Does the lines of a file, each a command without the first word: all of them, or none.
struct BatchCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "batch", word: "batch", chinese: ["批处理", "批次"],
    about: Text("do the commands of a file, all or none", "按文件逐行执行, 全成或全不成", "按檔案逐行執行, 全成或全不成"),
    usage: "[FILE|-] [--keep-going] [--dry-run]",
    examples: ["batch today.txt", "batch today.txt --dry-run", "batch - --keep-going"], part: .admin)

  @Argument var files: [String] = []
  @Flag(name: .customLong("keep-going")) var keepGoing = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard files.count <= 1 else {
      throw Complaint(.usage, Text("one file is needed", "要写一个文件", "要寫一個檔案"), try: "gendan batch today.txt")
    }
    let batch = try Batch(files.first ?? "-", encoding: try global.textEncoding())
    if keepGoing { return try batch.each(at: desk) }
    // What a line answers is told once it is kept: until then it may be taken back.
    var said: [[UInt8]] = []
    let answer = try desk.whole { try batch.all(at: $0) { said.append($0) } }
    for bytes in said { try desk.surroundings.send(bytes) }
    return answer
  }
}

/// The lines of a batch.
struct Batch {
  private let name: String
  private let lines: [(number: Int, words: [String])]

  /// Reads a file of lines; empty ones, and those that begin with `#`, say nothing.
  init(_ path: String, encoding: TextEncoding?) throws {
    let file = try TextFile.read(path, encoding: encoding)
    let name = path == "-" ? "-" : FileSystem.name(of: path)
    self.name = name
    let texts = String(decoding: file.bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    lines = try texts.enumerated().compactMap { place, text in
      let text = text.trimmed
      if text.isEmpty || text.hasPrefix("#") { return nil }
      guard var words = LineWords.split(String(text)) else {
        throw Complaint(
          .data, Text("a quote is not closed", "引号没有配对", "引號沒有配對"), try: "gendan help batch"
        ).at(name, line: place + 1)
      }
      if words.first == "gendan" || words.first == "gd" { words.removeFirst() }
      return (place + 1, words)
    }
  }

  /// Does all lines, which answer to `send`; throws what the first one that fails says.
  func all(at desk: Desk, send: @escaping ([UInt8]) throws -> Void) throws -> Answer {
    let session = try Session(desk, isRehearsal: desk.options.dryRun, send: send)
    for line in lines {
      do {
        let exit = try session.perform(line.words)
        if exit != .ok, exit != .attention {
          throw Complaint(exit, Text("not done whole", "没有全部完成", "沒有全部完成"))
        }
      } catch let gone as Program.ReaderGone {
        throw gone
      } catch {
        var complaint = refusal(of: error, in: line, at: desk)
        complaint.facts.insert(
          Text(
            "none of the \(lines.count) lines was kept", "全部 \(lines.count) 行都没有写入",
            "全部 \(lines.count) 行都沒有寫入"), at: 0)
        throw complaint
      }
    }
    return Answer([summary(failed: []) + (desk.options.dryRun ? Self.rehearsed : Text("", "", ""))])
  }

  /// Does each line by itself, and tells those that fail.
  func each(at desk: Desk) throws -> Answer {
    let session = try Session(desk)
    var failed: [Int] = []
    for line in lines {
      do {
        _ = try session.perform(line.words)
      } catch let gone as Program.ReaderGone {
        throw gone
      } catch {
        failed.append(line.number)
        desk.complain(refusal(of: error, in: line, at: desk))
      }
    }
    var answer = Answer([summary(failed: failed)])
    if !failed.isEmpty { answer.exit = .data }
    return answer
  }

  /// Why a line was not done; what it offers is that line typed rightly, not the batch.
  private func refusal(of error: any Error, in line: (number: Int, words: [String]), at desk: Desk)
    -> Complaint
  {
    let book = desk.options.db.map { ["--db", $0] } ?? []
    return Complaint.of(error).completed(by: line.words + book).at(name, line: line.number)
  }

  private static let rehearsed = Text(" (dry run, not saved)", " (演练, 未保存)", " (演練, 未儲存)")

  private func summary(failed: [Int]) -> Text {
    let done = lines.count - failed.count
    let summary = Text(
      "\(lines.count) lines, \(done) done, \(failed.count) failed",
      "\(lines.count) 条, \(done) 成, \(failed.count) 败",
      "\(lines.count) 條, \(done) 成, \(failed.count) 敗")
    guard !failed.isEmpty else { return summary }
    let places = failed.prefix(9).map { String($0) }.joined(separator: ", ") + (failed.count > 9 ? ".." : "")
    return summary + Text(" (line \(places))", " (第 \(places) 行)", " (第 \(places) 行)")
  }
}

extension Complaint {
  /// The same of one line of a file.
  func at(_ file: String, line: Int) -> Complaint {
    var complaint = self
    complaint.what = Text(verbatim: "\(file):\(line): ") + what
    return complaint
  }
}

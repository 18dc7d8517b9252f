import Gendan
import GendanOutput

/// A printer of this machine, through `lp`.
struct Printer {
  private let lp: Tool
  /// Its name; nil for the one that is everybody's.
  private let name: String?
  private let copies: Int?

  /// Throws where this machine cannot print; `*` and an empty name mean the standard printer.
  init(_ name: String, copies: Int?, _ desk: Desk) throws {
    guard let lp = Tool(["lp"], on: desk.environment("PATH")) else {
      throw Complaint(
        .unavailable, Text("this machine cannot print: it has no lp", "这台机器不能打印: 没有 lp", "這台機器不能列印: 沒有 lp"),
        facts: [
          Text("lp is in the package cups-client", "lp 在软件包 cups-client 里", "lp 在套件 cups-client 裡"),
          Text(
            "-o report.pdf instead makes a file for another machine", "改用 -o report.pdf 存成文件, 拿到别的机器打印",
            "改用 -o report.pdf 存成檔案, 拿到別的機器列印"),
        ])
    }
    self.lp = lp
    self.copies = copies
    self.name = name == "*" || name.isEmpty ? nil : name
  }

  /// Hands a file over; answers the number of the job.
  func print(_ path: String, title: String, in folder: String) throws -> String {
    let place = name.map { ["-d", $0] } ?? []
    let number = copies.map { ["-n", String($0)] } ?? []
    let result = try lp.run(place + number + ["-t", title.printable, "--", path], in: folder)
    guard result.code == 0 else {
      throw Complaint(
        .unavailable,
        name.map { Text("printer \"\($0)\" did not take it", "打印机 \"\($0)\" 没有接受", "印表機 \"\($0)\" 沒有接受") }
          ?? Text("no printer took it", "没有打印机接受", "沒有印表機接受"),
        facts: result.said.prefix(2).map { Text(verbatim: $0) },
        tries: ["lpstat -p", "--print=\(Text("PRINTER", "打印机", "印表機").english)"])
    }
    // «request id is HP-12 (1 file(s))», in whatever language: the one word that is a name with a number.
    let words = result.said.joined(separator: " ").split(separator: " ")
    let job = words.first { word in
      guard let dash = word.lastIndex(of: "-"), dash != word.startIndex else { return false }
      let number = word[word.index(after: dash)...]
      return !number.isEmpty && number.allSatisfy(\.isNumber)
    }
    return job.map(String.init) ?? result.said.first ?? ""
  }
}

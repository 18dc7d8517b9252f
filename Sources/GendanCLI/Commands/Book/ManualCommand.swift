import ArgumentParser
import Gendan

/// Writes the pages of the manual, in English and both scripts of Chinese, where `man` finds them.
struct ManualCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "manual", word: "manual", chinese: ["手册", "手冊"],
    about: Text("write the pages for man", "写出 man 手册页", "寫出 man 手冊頁"), usage: "FOLDER",
    examples: ["manual /usr/local/share/man"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 1 else {
      throw Complaint(
        .usage, Text("a folder is needed", "要写目录", "要寫目錄"), try: "gendan manual /usr/local/share/man")
    }
    var count = 0
    for language in Language.allCases {
      for page in ManualPage.all(language) {
        let section = page.name.last.map(String.init) ?? "1"
        let path = "\(words[0])/\(Self.folder(language))man\(section)/\(page.name)"
        if !global.dryRun {
          try FileSystem.makeFolder(of: path)
          try FileSystem.write(Array(page.text.utf8), to: path, replacing: true)
        }
        count += 1
      }
    }
    return Answer([
      Text("\(count) pages in \(words[0])", "\(words[0]) 里写了 \(count) 页", "\(words[0]) 裡寫了 \(count) 頁")
    ])
  }

  /// Where `man` looks for a language.
  private static func folder(_ language: Language) -> String {
    switch language {
    case .english: ""
    case .simplified: "zh_CN/"
    case .traditional: "zh_TW/"
    }
  }
}

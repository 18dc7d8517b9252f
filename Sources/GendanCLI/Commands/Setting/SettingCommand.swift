import ArgumentParser

/// `setting`: what the firm decides for its book.
struct SettingCommand: NounCommand {
  static let word = "setting"
  static let chinese = ["设置", "設定"]
  static let about = Text("the book's settings", "账本的设置", "帳本的設定")
  static let verbs: [any BookCommand.Type] = [SettingList.self, SettingSet.self]
}

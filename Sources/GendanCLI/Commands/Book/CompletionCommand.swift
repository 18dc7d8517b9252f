import ArgumentParser
import GendanOutput

/// Prints the script with which a shell completes commands.
struct CompletionCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "completion", word: "completion", chinese: ["补全", "補全"],
    about: Text("the script with which a shell completes", "命令行补全脚本", "命令列補全指令碼"),
    usage: "bash|zsh|fish", examples: ["completion bash", "completion zsh", "completion fish"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let name = words.first.map(folded), let shell = CompletionShell(rawValue: name) else {
      throw Complaint(
        .usage,
        Text(
          "no completion for \"\(words.first ?? "")\"", "没有 \"\(words.first ?? "")\" 的补全",
          "沒有 \"\(words.first ?? "")\" 的補全"), try: "gendan completion bash", "gendan completion fish")
    }
    let script = shell.script
    var answer = Answer()
    answer.verbatim = script + "\n"
    if try Presentation(desk).format() == .json {
      answer.verbatim =
        JSON.object([
          .init("schema", .string("gendan.completion/1")), .init("shell", .string(name)),
          .init("script", .string(script)),
        ]).text + "\n"
    }
    return answer
  }
}

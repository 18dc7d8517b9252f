import ArgumentParser
import GendanOutput

/// Prints the script with which a shell completes commands.
struct CompletionCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "completion", word: "completion", chinese: ["补全", "補全"],
    about: Text("the script with which a shell completes", "命令行补全脚本", "命令列補全指令碼"),
    usage: "bash|zsh|fish [--install]",
    examples: ["completion bash", "completion zsh", "completion fish --install"], part: .admin)

  @Argument var words: [String] = []
  @Flag var install = false
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
    if install { return try installed(script, for: shell, at: desk) }
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

  /// Writes the script where the person's shell looks for it by itself; zsh is to be told of the place.
  private func installed(_ script: String, for shell: CompletionShell, at desk: Desk) throws -> Answer {
    let home = desk.environment("HOME") ?? "."
    let data = desk.environment("XDG_DATA_HOME") ?? home + "/.local/share"
    let configuration = desk.environment("XDG_CONFIG_HOME") ?? home + "/.config"
    let folder =
      switch shell {
      case .bash: data + "/bash-completion/completions/"
      case .fish: configuration + "/fish/completions/"
      case .zsh: data + "/zsh/site-functions/"
      }
    let files =
      switch shell {
      case .bash: ["gendan": script, "gd": script]
      case .fish: ["gendan.fish": script, "gd.fish": script]
      // zsh runs the file itself as the function when it is asked for the first time.
      case .zsh: ["_gendan": script + "\n_gendan \"$@\""]
      }
    var echo: [Text] = []
    for (name, script) in files.sorted(by: { $0.key < $1.key }) {
      try FileSystem.makeFolder(of: folder + name)
      try FileSystem.write(Array((script + "\n").utf8), to: folder + name, replacing: true)
      echo.append(Text("written: ", "已写 ", "已寫 ") + folder + name)
    }
    if shell == .zsh {
      echo.append(
        Text(
          "in ~/.zshrc, before compinit: fpath=(\(folder) $fpath)",
          "~/.zshrc 里 compinit 之前加: fpath=(\(folder) $fpath)",
          "~/.zshrc 裡 compinit 之前加: fpath=(\(folder) $fpath)"))
    }
    return Answer(echo)
  }
}

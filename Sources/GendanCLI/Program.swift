import ArgumentParser
import Gendan
import GendanOutput

/// The program's version, as CHANGELOG.md tells it.
let gendanVersion = "0.1.0"

/// The way of every line: words, command, answer, output. Tests run it as the entry point does.
struct Program {
  var surroundings: Surroundings
  /// The database of the batch or shell whose line this is.
  var shared: SharedDatabase?

  /// Runs one line; returns its exit code.
  func run(_ arguments: [String]) -> ExitCode {
    if arguments.first == "---complete" { return complete(arguments) }
    do {
      if let (words, seconds) = try Watch.request(arguments) { return try Watch(self, words, seconds).run() }
      return try perform(arguments)
    } catch is ReaderGone {
      return .ok
    } catch {
      return report(Complaint.of(error), of: arguments)
    }
  }

  /// Says why a line was not done, in the language and form that it asks for.
  func report(_ complaint: Complaint, of arguments: [String]) -> ExitCode {
    let complaint = complaint.completed(by: arguments)
    let isJSON =
      arguments.contains { $0 == "--json" || $0.hasPrefix("--json=") }
      || ["-O", "--format"].contains { GlobalOptions.word($0, in: arguments) == "json" }
    if isJSON {
      surroundings.complain(complaint.json(language(of: arguments)).text)
    } else {
      for line in complaint.lines(language(of: arguments), on: surroundings.terminal) {
        surroundings.complain(line)
      }
    }
    return complaint.code
  }

  /// The language of a line, also of one that could not be read.
  private func language(of arguments: [String]) -> Language {
    do {
      return language(
        GlobalOptions.word("--lang", in: arguments),
        try Configuration.read(try placing(arguments), surroundings.environment)["lang"])
    } catch {
      // A configuration that cannot be read is what is complained about, in the language of the machine.
      return language(GlobalOptions.word("--lang", in: arguments), nil)
    }
  }

  /// The options that say which book and whose taste, of a line that is not read whole.
  private func placing(_ arguments: [String]) throws -> GlobalOptions {
    try GlobalOptions.parse(
      ["--db", "--config", "--as", "--lang"].flatMap { name in
        GlobalOptions.word(name, in: arguments).map { [name, $0] } ?? []
      } + arguments.filter { $0 == "--no-config" })
  }

  /// Does what a line says, and shows it; throws why not.
  func perform(_ arguments: [String]) throws -> ExitCode {
    switch try request(arguments) {
    case .version:
      try surroundings.write("gendan \(gendanVersion)\n")
      return .ok
    case .help(let topic):
      try surroundings.write(HelpPage.text(topic, language(of: arguments)))
      return .ok
    case .run(let id, let words): return try perform(id, words, arguments)
    }
  }

  /// Does a command; who sits at a terminal is asked for what it cannot do without.
  private func perform(_ id: String, _ words: [String], _ arguments: [String]) throws -> ExitCode {
    let command = try parse(words, id)
    let desk = try desk(command.global, command: id, line: Program.line(arguments), typed: words)
    try Presentation(desk).verify()
    try desk.verifyOptions(of: type(of: command).sheet)
    let answer: Answer
    do {
      var made = try command.run(at: desk)
      made.warnings = made.warnings.map { $0.completed(by: arguments) }
      answer = try made.arranged(at: made.presenter ?? desk)
    } catch {
      let sheet = type(of: command).sheet
      let depth = GendanCommand.command(id)?.1 ?? 0
      guard
        let wizard = LineWizard(sheet, Array(words.dropFirst(depth)), after: Complaint.of(error), at: desk)
      else { throw error }
      let asked = try wizard.words(after: arguments)
      do {
        return try perform(id, words + asked, arguments + asked)
      } catch let gone as ReaderGone {
        throw gone
      } catch {
        throw Complaint.of(error).completed(by: arguments + asked)
      }
    }
    try Presentation(answer.presenter ?? desk).show(answer)
    desk.remember(answer)
    return answer.exit
  }

  /// Thrown by the writer when nobody reads standard output any more: a pager quit early.
  struct ReaderGone: Error {}

  private func parse(_ words: [String], _ id: String) throws -> any BookCommand {
    // The command's own words were understood already: what is left to go wrong are the options,
    // and they are read as the command alone, not as one of the whole tree.
    let depth = GendanCommand.command(id)?.depth ?? 0
    let words = Array(words.dropFirst(depth))
    do {
      guard let (command, _) = GendanCommand.command(id), let parsed = try command.parsed(words) else {
        throw UsageCheck.complaint(about: words, id: id)
      }
      let complaint =
        UsageCheck.blank(in: words) ?? UsageCheck.surplus(of: parsed.words, command.sheet)
        ?? UsageCheck.stray(in: words, command.sheet)
      if let complaint { throw complaint }
      return parsed
    } catch let complaint as Complaint {
      throw complaint
    } catch {
      throw UsageCheck.complaint(about: words, id: id)
    }
  }

  /// What a line asks for; a name of the person's own stands for its line, and never hides a command.
  func request(_ arguments: [String]) throws -> Dispatch.Request {
    do {
      return try Dispatch.request(arguments, isTerminal: surroundings.terminal != nil)
    } catch {
      guard let place = arguments.firstIndex(where: { !$0.hasPrefix("-") }),
        let line = try Configuration.read(try placing(arguments), surroundings.environment)[
          "alias.\(arguments[place])"], let words = LineWords.split(line)
      else { throw error }
      return try Dispatch.request(
        arguments[..<place] + words + arguments[(place + 1)...], isTerminal: surroundings.terminal != nil)
    }
  }

  /// A shell asks what the word at the cursor may become: `---complete bash LINE`.
  private func complete(_ arguments: [String]) -> ExitCode {
    guard arguments.count == 3, let shell = CompletionShell(rawValue: arguments[1]) else { return .usage }
    let words = Array(LineWords.typed(arguments[2]).dropFirst())
    do {
      let desk = try desk(try placing(words), command: "completion", line: "")
      try surroundings.write(shell.answer(try Completion(words, at: desk).suggestions(), to: arguments[2]))
    } catch {
      // A line that is being typed is no place for a complaint; the command itself will tell.
      return .failure
    }
    return .ok
  }

  /// Looks at the book of a line.
  func onDesk<T>(_ arguments: [String], _ body: (Desk) throws -> T) throws -> T {
    try body(try desk(try placing(arguments), command: "", line: ""))
  }

  private func desk(
    _ options: GlobalOptions, command: String, line: String, typed: [String] = []
  ) throws -> Desk {
    let configuration = try Configuration.read(options, surroundings.environment)
    if let name = options.lang, name != "auto" { _ = try UserWord.language(name, try: "--lang zh-Hans") }
    return Desk(
      surroundings, options, configuration, language: language(options.lang, configuration["lang"]),
      isChosen: isChosen(options.lang, configuration["lang"]), command: command, line: line, typed: typed,
      sharing: shared)
  }

  /// `--lang`, GENDAN_LANG, the configuration, then the locale.
  private func language(_ option: String?, _ configured: String?) -> Language {
    let environment = surroundings.environment
    let names =
      [option, environment("GENDAN_LANG"), configured]
      + ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].map(environment)
    for name in names {
      if let name, !name.isEmpty, name != "auto", let language = Language(name: name) { return language }
    }
    return .english
  }

  private func isChosen(_ option: String?, _ configured: String?) -> Bool {
    [option, surroundings.environment("GENDAN_LANG"), configured].contains {
      !($0 ?? "").isEmpty && $0 != "auto"
    }
  }

  /// The typed line for the journal: words with spaces are quoted; where the book is and how it
  /// speaks is left out, and who acts stands in the event itself.
  static func line(_ arguments: [String]) -> String {
    var words: [String] = []
    var skips = false
    for word in arguments {
      let name = word.prefix { $0 != "=" }
      if skips {
        skips = false
      } else if ["--no-config", "--no-input"].contains(name) {
        continue
      } else if ["--db", "--lang", "--as", "--config", "--today", "--wait", "--width", "--color"].contains(
        name)
      {
        skips = !word.contains("=")
      } else {
        words.append(word)
      }
    }
    return LineWords.joined(words)
  }
}

extension GlobalOptions {
  /// The value of an option in a line that was not parsed yet.
  static func word(_ option: String, in arguments: [String]) -> String? {
    for (index, word) in arguments.enumerated() {
      if word == option, arguments.indices.contains(index + 1) { return arguments[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}

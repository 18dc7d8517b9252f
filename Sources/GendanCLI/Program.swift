import ArgumentParser
import Gendan
import GendanOutput

/// The program's version, as CHANGELOG.md tells it.
let gendanVersion = "0.1.0"

/// The way of every line: words, command, answer, output. Tests run it as the entry point does.
struct Program {
  let surroundings: Surroundings

  /// Runs one line; returns its exit code.
  func run(_ arguments: [String]) -> ExitCode {
    if arguments.first == "---completion" { return complete(arguments) }
    var language = self.language(GlobalOptions.word("--lang", in: arguments), nil)
    var isJSON = arguments.contains { $0 == "--json" || $0.hasPrefix("--json=") }
    do {
      switch try Dispatch.request(arguments, isTerminal: surroundings.terminal != nil) {
      case .version:
        try surroundings.write("gendan \(gendanVersion)\n")
        return .ok
      case .help(let topic):
        try surroundings.write(HelpPage.text(topic, language))
        return .ok
      case .run(let id, let words):
        let command = try parse(words, id)
        let configuration = try Configuration.read(command.global, surroundings.environment)
        language = self.language(command.global.lang, configuration["lang"])
        isJSON = isJSON || command.global.format == "json"
        let desk = Desk(
          surroundings, command.global, configuration, language: language,
          isChosen: isChosen(command.global.lang, configuration["lang"]), command: id,
          line: Program.line(arguments), typed: words)
        try Presentation(desk).verify()
        let answer = try command.run(at: desk)
        try Presentation(answer.presenter ?? desk).show(answer)
        desk.remember(answer)
        return answer.exit
      }
    } catch is ReaderGone {
      return .ok
    } catch {
      return report(Complaint.of(error), language, isJSON: isJSON)
    }
  }

  /// Thrown by the writer when nobody reads standard output any more: a pager quit early.
  struct ReaderGone: Error {}

  private func parse(_ words: [String], _ id: String) throws -> any BookCommand {
    do {
      // The command's own words were understood already: what is left to go wrong are the options,
      // and they are read as the command alone, not as one of the whole tree.
      guard let (command, depth) = GendanCommand.command(id),
        let parsed = try command.parsed(Array(words.dropFirst(depth)))
      else {
        throw UsageCheck.complaint(about: words, id: id)
      }
      return parsed
    } catch let complaint as Complaint {
      throw complaint
    } catch {
      throw UsageCheck.complaint(about: words, id: id)
    }
  }

  private func report(_ complaint: Complaint, _ language: Language, isJSON: Bool) -> ExitCode {
    if isJSON {
      surroundings.complain(complaint.json(language).text)
    } else {
      for line in complaint.lines(language) { surroundings.complain(line) }
    }
    return complaint.code
  }

  /// The shell asks for completions: ArgumentParser answers with what the closures give.
  private func complete(_ arguments: [String]) -> ExitCode {
    do {
      _ = try GendanCommand.parseAsRoot(arguments)
    } catch {
      do { try surroundings.write(GendanCommand.message(for: error) + "\n") } catch { return .io }
    }
    return .ok
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
      } else if ["--db", "--lang", "--as", "--config", "--today"].contains(name) {
        skips = !word.contains("=")
      } else {
        words.append(word)
      }
    }
    return words.map { $0.isEmpty || $0.contains { $0 == " " || $0 == "\n" } ? "\"\($0)\"" : $0 }
      .joined(separator: " ")
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

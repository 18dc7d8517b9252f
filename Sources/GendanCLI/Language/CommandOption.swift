import ArgumentParser
import GendanOutput

/// An option of a command, as ArgumentParser's own dump tells it.
struct CommandOption {
  /// As it is typed, dashes included: `-n` and `--dry-run`.
  let names: [String]
  /// Whether a value follows.
  let takesValue: Bool

  /// The name under which its words are looked up: the long one, where there is one.
  var name: String { names.first { $0.hasPrefix("--") } ?? names.first ?? "" }

  /// `-p, --period PERIOD`.
  var typed: String {
    let spelled = names.sorted { $0.count < $1.count }.joined(separator: ", ")
    return takesValue ? spelled + " " + name.drop { $0 == "-" }.uppercased() : spelled
  }

  /// Every option of a command, those of all commands included.
  static func all(of command: any ParsableCommand.Type) -> [CommandOption] {
    do {
      let arguments = try JSON.parse(command._dumpHelp())["command"]?["arguments"]
      guard case .array(let elements)? = arguments else { return [] }
      // The parser's own `--help` stands beside ours.
      var seen: Set<Set<String>> = []
      return elements.compactMap(CommandOption.init).filter { seen.insert(Set($0.names)).inserted }
    } catch {
      return []
    }
  }

  /// The options that every command has.
  static var common: [CommandOption] { all(of: Bare.self) }

  /// A command with no options of its own.
  private struct Bare: ParsableCommand {
    @OptionGroup var global: GlobalOptions
  }

  private init?(_ argument: JSON) {
    guard case .string(let kind)? = argument["kind"], kind != "positional",
      case .array(let names)? = argument["names"]
    else { return nil }
    takesValue = kind == "option"
    self.names = names.compactMap { entry in
      guard case .string(let kind)? = entry["kind"], case .string(let name)? = entry["name"] else {
        return nil
      }
      return (kind == "long" ? "--" : "-") + name
    }
  }
}

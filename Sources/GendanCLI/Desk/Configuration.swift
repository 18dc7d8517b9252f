/// A person's taste, as `key = value` lines; it cannot change what a number means.
///
/// Under `[alias]` stand names for lines that are often typed, under `[columns]` the columns of a list.
struct Configuration {
  /// What a key is set to, and where.
  struct Entry: Equatable {
    let value: String
    /// The file and its line.
    let origin: String
  }

  private var entries: [String: Entry] = [:]

  /// What may be set.
  static let keys = ["db", "user", "lang", "ambiguous", "color", "width", "pager", "hints"]
  /// What may have keys of its own below it.
  static let sections = ["alias", "columns"]

  init() {}

  /// Reads a file's text; throws a complaint that names the line.
  init(_ text: String, path: String) throws {
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]"), Self.sections.contains(String(line.dropFirst().dropLast()))
      {
        section = line.dropFirst().dropLast() + "."
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1).map { Self.unquoted($0.trimmed) }
      guard parts.count == 2, !parts[0].isEmpty, !section.isEmpty || Self.keys.contains(parts[0]) else {
        throw Complaint(
          .config,
          Text(
            "\(path) line \(index + 1) is not understood: \"\(line)\"",
            "\(path) 第 \(index + 1) 行看不懂: \"\(line)\"", "\(path) 第 \(index + 1) 行看不懂: \"\(line)\""),
          facts: [
            Text("known keys: ", "可用的键: ", "可用的鍵: ") + Self.keys.joined(separator: ", ")
              + Self.sections.map { ", [\($0)]" }.joined()
          ], try: "gendan --no-config doctor")
      }
      entries[section + parts[0]] = Entry(value: parts[1], origin: "\(path):\(index + 1)")
    }
  }

  private static func unquoted(_ text: some StringProtocol) -> String {
    let text = String(text)
    return text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
      ? String(text.dropFirst().dropLast()) : text
  }

  subscript(key: String) -> String? { entries[key]?.value }

  /// What is set, or what is set under a section, by key.
  func entries(under section: String? = nil) -> [(key: String, entry: Entry)] {
    let head = section.map { $0 + "." } ?? ""
    return entries.keys.sorted().filter { $0.hasPrefix(head) }.compactMap { key in
      entries[key].map { (String(key.dropFirst(head.count)), $0) }
    }
  }

  /// The same with what another says instead.
  private func overridden(by other: Configuration) -> Configuration {
    var result = self
    result.entries.merge(other.entries) { $1 }
    return result
  }

  /// The machine's, for all who work on it.
  static let shared = "/etc/gendan/config"

  /// Where the person's own stands: `--config`, or in the folder for such files.
  static func path(_ options: GlobalOptions, _ environment: (String) -> String?) -> String {
    let home = environment("XDG_CONFIG_HOME") ?? (environment("HOME") ?? ".") + "/.config"
    return options.config ?? home + "/gendan/config"
  }

  /// The machine's configuration with the person's own over it; empty with `--no-config`.
  static func read(_ options: GlobalOptions, _ environment: (String) -> String?) throws -> Configuration {
    if options.noConfig { return Configuration() }
    let own = path(options, environment)
    var configuration = Configuration()
    for path in [shared, own] where FileSystem.exists(path) || path == options.config {
      let file = try TextFile.read(path)
      configuration = configuration.overridden(
        by: try Configuration(String(decoding: file.bytes, as: UTF8.self), path: path))
    }
    return configuration
  }

  /// A file's text with a key set anew, or without it where the value is nil; everything else stays as it is.
  static func changed(_ text: String, _ key: String, to value: String?) -> String {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    let section = parts.count == 2 && sections.contains(parts[0]) ? parts[0] : ""
    let name = section.isEmpty ? key : parts[1]
    let isPlain = name.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") }
    let line = value.map { "\(isPlain ? name : "\"\(name)\"") = \"\($0)\"" }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var current = ""
    var end: Int? = section.isEmpty ? 0 : nil
    for (place, old) in lines.enumerated() {
      let old = old.trimmed
      if old.hasPrefix("["), old.hasSuffix("]") { current = String(old.dropFirst().dropLast()) }
      guard current == section else { continue }
      end = place + 1
      let isIt =
        !old.hasPrefix("#")
        && old.split(separator: "=", maxSplits: 1).first.map { unquoted($0.trimmed) } == name
      guard isIt, old.contains("=") else { continue }
      lines.replaceSubrange(place...place, with: line.map { [$0] } ?? [])
      return lines.map { $0 + "\n" }.joined()
    }
    guard let line else { return text }
    if let end { lines.insert(line, at: end) } else { lines += ["[\(section)]", line] }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// A person's taste, as `key = value` lines; it cannot change what a number means.
struct Configuration {
  private var values: [String: String] = [:]

  /// What may be set.
  static let keys = ["db", "user", "lang", "ambiguous", "color", "width", "pager"]

  init() {}

  /// Reads a file's text; throws a complaint that names the line.
  init(_ text: String, path: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
      guard parts.count == 2, Self.keys.contains(parts[0]) else {
        throw Complaint(
          .config,
          Text(
            "\(path) line \(index + 1) is not understood: \"\(line)\"",
            "\(path) 第 \(index + 1) 行看不懂: \"\(line)\"", "\(path) 第 \(index + 1) 行看不懂: \"\(line)\""),
          facts: [
            Text("known keys: ", "可用的键: ", "可用的鍵: ") + Self.keys.joined(separator: ", ")
          ], try: "gendan --no-config doctor")
      }
      var value = parts[1]
      if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      values[parts[0]] = value
    }
  }

  subscript(key: String) -> String? { values[key] }

  /// The configuration of `--config`, or the person's own; empty with `--no-config` or without a file.
  static func read(_ options: GlobalOptions, _ environment: (String) -> String?) throws -> Configuration {
    if options.noConfig { return Configuration() }
    let home = environment("XDG_CONFIG_HOME") ?? (environment("HOME") ?? ".") + "/.config"
    let path = options.config ?? home + "/gendan/config"
    guard options.config != nil || FileSystem.exists(path) else { return Configuration() }
    let file = try TextFile.read(path)
    return try Configuration(String(decoding: file.bytes, as: UTF8.self), path: path)
  }
}

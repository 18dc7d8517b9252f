import Gendan
import GendanOutput

/// What a command does that reads lines and answers each.
extension Desk {
  /// The next line of a person, asked by a prompt, or of standard input; nil at its end.
  func nextLine(_ prompt: String) -> String? {
    guard !options.noInput, let ask = surroundings.ask else { return surroundings.nextLine() }
    return ask(prompt)
  }

  /// Whether machines read the answers.
  var answersJSON: Bool { options.json != nil || ["json", "ndjson"].contains(options.format) }

  /// Says why something was not done, and goes on.
  func complain(_ complaint: Complaint) {
    let lines =
      answersJSON ? [complaint.json(language).text] : complaint.lines(language, on: surroundings.terminal)
    for line in lines { surroundings.complain(line) }
  }
}

extension FileFingerprint {
  /// The fingerprint of bytes at hand.
  init(of bytes: [UInt8]) {
    var hasher = ByteHasher()
    bytes.withUnsafeBytes { hasher.add($0) }
    self = hasher.finish()
  }
}

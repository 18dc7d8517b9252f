import GendanOutput

extension Complaint {
  /// The same, with the line typed once more as it may be meant first among what to type instead, all of it in the
  /// book of the typed line. Who acts is not said: what is offered may be another's to do.
  func completed(by arguments: [String]) -> Complaint {
    var complaint = retyped(by: arguments)
    let book = GlobalOptions.word("--db", in: arguments).map { [LineWords.joined(["--db", $0])] } ?? []
    let rehearsed = ["-n", "--dry-run"].filter(arguments.contains)
    complaint.meant = ("", [])
    complaint.tries = complaint.tries.map { offer in
      let line = Self.line(arguments, with: offer) ?? offer
      guard line.hasPrefix("gendan "), !line.hasPrefix("gendan help") else { return line }
      let isSame = arguments.contains { line.hasPrefix("gendan \($0) ") }
      let missing = (book + (isSame ? rehearsed : [])).filter { !line.contains(" " + $0) }
      return ([line] + missing).joined(separator: " ")
    }
    return complaint
  }

  private func retyped(by arguments: [String]) -> Complaint {
    if !lacking.isEmpty {
      var complaint = self
      complaint.tries = lacking.map { "gendan " + LineWords.joined(arguments) + " " + $0 }
      complaint.lacking = []
      return complaint
    }
    if let mended = mend?(arguments) {
      var complaint = self
      complaint.tries = ["gendan " + LineWords.joined(mended)] + tries.filter { $0.hasPrefix("gendan help") }
      complaint.mend = nil
      return complaint
    }
    guard !meant.names.isEmpty else { return self }
    // The word alone, a field before its value, or a name behind its field.
    let frames = arguments.map { argument -> (before: Substring, after: Substring)? in
      let head = argument.prefix { !"=:＝：".contains($0) }
      let value = argument[head.endIndex...].dropFirst()
      if argument == meant.word { return ("", "") }
      if head == meant.word { return ("", argument[head.endIndex...]) }
      return code == .notFound && value == meant.word ? (argument[..<value.startIndex], "") : nil
    }
    guard let place = frames.firstIndex(where: { $0 != nil }), let frame = frames[place] else { return self }
    var complaint = self
    let lines = meant.names.prefix(2).map { name in
      // All of it: without its --db the line would act on another book.
      "gendan "
        + LineWords.joined(
          arguments[..<place] + [frame.before + name + frame.after] + arguments[(place + 1)...])
    }
    complaint.tries = lines + (code == .ambiguous ? [] : tries)
    return complaint
  }

  /// What puts a word that has no place where it stands behind an option.
  static func placing(_ word: String, behind option: String) -> @Sendable ([String]) -> [String]? {
    { line in
      line.lastIndex(of: word).map { Array(line[..<$0] + [option] + line[$0...]) }
    }
  }

  /// What takes a word that stands behind the value of an option into the value.
  static func joining(
    _ word: String, to value: String, of option: String
  ) -> @Sendable ([String]) -> [String]? {
    { line in
      guard let place = line.indices.first(where: { line[$0...].starts(with: [option, value, word]) }) else {
        return nil
      }
      return line[...place] + ["\(value) \(word)"] + line[(place + 3)...]
    }
  }

  /// The typed line with options that are offered by themselves, in place of what stood behind them: what is offered
  /// can be pasted. nil where the offer is none such, leaves a choice, is another's to do, or it is not clear which
  /// option it replaces.
  private static func line(_ arguments: [String], with offer: String) -> String? {
    guard offer.hasPrefix("-"), !offer.contains(where: { "|…(".contains($0) }),
      let words = LineWords.split(offer)
    else { return nil }
    var line = arguments
    var rest = words[...]
    while let option = rest.popFirst() {
      let value = rest.first.map { $0.hasPrefix("-") } ?? true ? nil : rest.popFirst()
      let name = String(option.prefix { $0 != "=" })
      let names = CommandOption.common.first { $0.names.contains(name) }?.names ?? [name]
      let places = line.indices.filter { place in names.contains(String(line[place].prefix { $0 != "=" })) }
      guard places.count < 2 else { return nil }
      let offered = [option] + (value.map { [$0] } ?? [])
      guard let place = places.first else {
        line += offered
        continue
      }
      let isFollowed = value != nil && !line[place].contains("=") && line.indices.contains(place + 1)
      // What was given stands where the offer only says that something is to be given.
      if isFollowed, offered.contains(where: UsageCheck.blanks.contains) { continue }
      line.replaceSubrange(place...(isFollowed ? place + 1 : place), with: offered)
    }
    return "gendan " + LineWords.joined(line)
  }
}

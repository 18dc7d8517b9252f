/// One thing that a person is asked.
struct Prompt {
  /// What an answer was understood as.
  struct Understood {
    /// The value, as the one-line form has it.
    var value: String
    /// What it means, where the value does not say so.
    var echo: Text?
  }

  /// What is asked for.
  let label: Text
  /// The option that it fills; nil for a word of the line.
  var option: String?
  /// What Enter takes.
  var standard: String?
  /// Whether there is no order without it.
  var isNeeded = false
  /// What belongs there, for `?` and the Tab key.
  var slot: CompletionSlot?
  /// Understands an answer; throws why not.
  let read: (String) throws -> Understood

  init(
    _ label: Text, option: String? = nil, standard: String? = nil, isNeeded: Bool = false,
    slot: CompletionSlot? = nil, read: @escaping (String) throws -> Understood = { Understood(value: $0) }
  ) {
    self.label = label
    self.option = option
    self.standard = standard
    self.isNeeded = isNeeded
    self.slot = slot
    self.read = read
  }
}

import Gendan
import GendanOutput
import Glibc

/// A line that a person types with the arrow keys, what was typed before, and the Tab key.
///
/// libedit does it, opened only here: a daily command does not load it. Where the machine has none, a line is
/// typed as the terminal itself lets it.
final class LineEditor {
  private typealias Read = @convention(c) (UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>?
  private typealias Add = @convention(c) (UnsafePointer<CChar>?) -> Int32
  private typealias File = @convention(c) (UnsafePointer<CChar>?) -> Int32
  fileprivate typealias Generator =
    @convention(c) (UnsafePointer<CChar>?, Int32) -> UnsafeMutablePointer<CChar>?

  /// What the word at the cursor may become: the line up to it, and the order in hand.
  typealias Completing = (_ line: String, _ hand: String?) -> [Suggestion]

  private let read: Read
  private let add: Add
  private let saveFile: File
  private let history: String?
  private let completing: Completing
  fileprivate let buffer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  /// The order in hand, which completion takes as typed.
  var hand: String?
  /// What the Tab key offers now.
  fileprivate var offers: [String] = []

  /// An editor with the lines of a file behind it; nil where the machine has no libedit.
  init?(history: String?, completing: @escaping Completing) {
    guard let library = dlopen("libedit.so.2", RTLD_NOW | RTLD_GLOBAL),
      let read = dlsym(library, "readline"), let add = dlsym(library, "add_history"),
      let load = dlsym(library, "read_history"), let save = dlsym(library, "write_history"),
      let buffer = dlsym(library, "rl_line_buffer"),
      let words = dlsym(library, "rl_completion_entry_function"),
      let breaks = dlsym(library, "rl_basic_word_break_characters")
    else { return nil }
    setlocale(LC_CTYPE, "")
    self.read = unsafeBitCast(read, to: Read.self)
    self.add = unsafeBitCast(add, to: Add.self)
    saveFile = unsafeBitCast(save, to: File.self)
    self.history = history
    self.completing = completing
    self.buffer = buffer.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    breaks.assumingMemoryBound(to: UnsafePointer<CChar>?.self).pointee = UnsafePointer(strdup(" \t"))
    words.assumingMemoryBound(to: Generator?.self).pointee = offer
    if let history { _ = unsafeBitCast(load, to: File.self)(history) }
    current = self
  }

  deinit { if current === self { current = nil } }

  /// The next line; nil where the person ends with Ctrl-D.
  func line(_ prompt: String) -> String? {
    guard let typed = read(prompt) else { return nil }
    defer { free(typed) }
    let line = String(cString: typed)
    if !line.trimmed.isEmpty { _ = add(typed) }
    return line
  }

  /// Keeps what was typed for the next time.
  func save() {
    if let history { _ = saveFile(history) }
  }

  /// What the word at the cursor may become.
  fileprivate func offers(for word: String) -> [String] {
    let line = buffer.pointee.map { String(cString: $0) } ?? ""
    return completing(line, hand).map { suggestion in
      suggestion.value.contains(" ") ? "\"\(suggestion.value)\"" : suggestion.value
    }
  }
}

/// libedit asks a C function, which knows of no editor: one person types one line at a time.
nonisolated(unsafe) private weak var current: LineEditor?

/// Hands over one offer after the other, as readline's generators do.
private func offer(_ word: UnsafePointer<CChar>?, _ state: Int32) -> UnsafeMutablePointer<CChar>? {
  guard let editor = current else { return nil }
  if state == 0 { editor.offers = editor.offers(for: word.map { String(cString: $0) } ?? "") }
  guard !editor.offers.isEmpty else { return nil }
  return strdup(editor.offers.removeFirst())
}

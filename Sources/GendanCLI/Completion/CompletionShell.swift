import Gendan
import GendanOutput

/// A shell that asks for completions, and how it hears them.
enum CompletionShell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that makes the shell ask: it hands over the line up to the cursor, so that quotes, colons and
  /// Chinese are understood in one place.
  var script: String {
    switch self {
    case .bash:
      #"""
      _gendan() {
        local IFS=$'\n'
        COMPREPLY=($("${COMP_WORDS[0]}" ---complete bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null))
        if [ "${#COMPREPLY[@]}" = 1 ]; then
          case "${COMPREPLY[0]}" in *[:=]) compopt -o nospace ;; esac
        fi
      }
      complete -o default -o nosort -F _gendan gendan gd
      """#
    case .zsh:
      #"""
      #compdef gendan gd
      _gendan() {
        local value note
        local -a values notes
        while IFS=$'\t' read -r value note; do
          values+=("$value")
          notes+=("$value  $note")
        done < <("${words[1]}" ---complete zsh "$LBUFFER" 2>/dev/null)
        if (( $#values )); then
          if [[ $#values = 1 && $values[1] = *[:=] ]]; then
            compadd -U -Q -S '' -a values
          else
            compadd -U -Q -V gendan -l -d notes -a values
          fi
        else
          _files
        fi
      }
      compdef _gendan gendan gd
      """#
    case .fish:
      #"""
      function __gendan_complete
        gendan ---complete fish (commandline -cp) 2>/dev/null
      end
      for name in gendan gd
        complete -c $name -f -k -a '(__gendan_complete)'
        complete -c $name -n 'test -z "$(__gendan_complete)"' -F
      end
      """#
    }
  }

  /// What the shell reads, given the line up to the cursor.
  func answer(_ suggestions: [Suggestion], to line: String) -> String {
    switch self {
    case .bash: bash(suggestions, LineWords.typed(line).last ?? "")
    case .zsh: suggestions.map { "\(Self.quoted($0.value))\t\($0.note.printable)\n" }.joined()
    case .fish: suggestions.map { "\($0.value.printable)\t\($0.note.printable)\n" }.joined()
    }
  }

  /// One is put in; several are shown with what tells them apart.
  private func bash(_ suggestions: [Suggestion], _ word: String) -> String {
    // What stands before the last colon is no part of the word to bash.
    let kept =
      word.lastIndex { ":=".contains($0) }.map { word.distance(from: word.startIndex, to: $0) + 1 } ?? 0
    let values = suggestions.map { suggestion in
      suggestion.value.hasPrefix(word.prefix(kept))
        ? String(suggestion.value.dropFirst(kept)) : suggestion.value
    }
    guard values.count > 1 else { return values.map { Self.quoted($0) + "\n" }.joined() }
    let tail = folded(String(word.dropFirst(kept)))
    // Where what was typed is the end of a number, or part of a name, bash would put in what the numbers begin with.
    let keeps = values.allSatisfy { folded($0).hasPrefix(tail) }
    let lines = zip(values, suggestions).map { value, suggestion in
      let note = suggestion.note.printable
      return keeps && suggestions.allSatisfy(\.note.isEmpty)
        ? Self.quoted(value) : note.isEmpty ? value : "\(value)  \(note)"
    }
    return (lines + (keeps ? [] : [" "])).map { $0 + "\n" }.joined()
  }

  /// The value as a shell must read it back.
  private static func quoted(_ value: String) -> String {
    value.printable.map { " \"'\\$`()<>|&;*?#!~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

import Gendan

/// What an import finds in a file, row by row, before or while it is written.
struct ImportFindings {
  /// What becomes of a row.
  enum RowState: String, CaseIterable, Worded {
    case new, changed, same, bad

    var words: Text {
      switch self {
      case .new: Text("new", "新增", "新增")
      case .changed: Text("changed", "有改动", "有變更")
      case .same: Text("same", "没变", "沒變")
      case .bad: Text("bad", "有问题", "有問題")
      }
    }
  }

  /// A row that changes something.
  struct Change {
    let row: Int
    /// The number or code that it is about.
    let key: String
    let field: FieldChange
  }

  /// The state of each row, by its number in a spreadsheet.
  private(set) var states: [(row: Int, key: String, state: RowState)] = []
  private(set) var changes: [Change] = []
  /// What is wrong.
  private(set) var problems: [ImportProblem] = []
  /// The numbers of what was written.
  var touched: [String] = []

  /// Notes what becomes of a row; a row with problems is bad whatever else is said of it.
  mutating func note(_ row: Int, _ key: String, _ verdict: ImportVerdict) {
    switch verdict {
    case .new: states.append((row, key, .new))
    case .same: states.append((row, key, .same))
    case .refused: states.append((row, key, .bad))
    case .changed(let fields):
      states.append((row, key, .changed))
      changes += fields.map { Change(row: row, key: key, field: $0) }
    }
  }

  /// Notes a row that is left out: for its own problems, or for those of its order.
  mutating func noteBad(_ row: Int, _ key: String) { states.append((row, key, .bad)) }

  mutating func add(_ problems: [ImportProblem]) {
    self.problems += problems.sorted { ($0.row, $0.column?.place ?? 0) < ($1.row, $1.column?.place ?? 0) }
  }

  /// How many rows are in a state.
  func count(_ state: RowState) -> Int { states.count { $0.state == state } }

  /// How many rows have something wrong themselves.
  var problemRowCount: Int { Set(problems.map { $0.isOfLines ? -$0.row : $0.row }).count }

  /// `new 31   changed 4   same 2   bad 1`.
  var counts: Text {
    RowState.allCases.map { $0.words + " \(count($0))" }.joined("   ")
  }
}

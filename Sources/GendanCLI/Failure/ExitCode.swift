/// How a command ends (the table of exit codes in the command line's grammar).
enum ExitCode: Int32, CaseIterable, Sendable {
  case ok = 0
  case failure = 1
  case cancelled = 2
  case notFound = 3
  case ambiguous = 4
  case refused = 5
  case needsAnswer = 6
  case conflict = 7
  case attention = 8
  case usage = 64
  case data = 65
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case io = 74
  case tryLater = 75
  case noPermission = 77
  case config = 78
  case interrupted = 130

  /// The id under which `--json` names it.
  var id: String {
    switch self {
    case .ok: "ok"
    case .failure: "failure"
    case .cancelled: "cancelled"
    case .notFound: "not_found"
    case .ambiguous: "ambiguous"
    case .refused: "refused"
    case .needsAnswer: "needs_answer"
    case .conflict: "conflict"
    case .attention: "attention"
    case .usage: "usage"
    case .data: "data"
    case .noInput: "no_input"
    case .unavailable: "unavailable"
    case .cannotCreate: "cannot_create"
    case .io: "io"
    case .tryLater: "try_later"
    case .noPermission: "no_permission"
    case .config: "config"
    case .interrupted: "interrupted"
    }
  }
}

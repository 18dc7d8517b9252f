#if PostgreSQL
  import Gendan

  /// What the server says when it refuses: SQLSTATE, its words, and the rows they are about.
  struct ServerError {
    /// The five characters of PostgreSQL's appendix A.
    let state: String
    /// The server's sentence.
    let words: String
    /// The key or row that is meant.
    let detail: String?

    /// The error as the core knows it.
    func meaning(of statement: String, wait: Int, place: String) -> DatabaseError {
      switch state {
      // A cancelled statement is busy only while it waits for its turn; else a person cancelled it.
      case "55P03": return .busy(seconds: wait)
      case "57014" where statement.hasPrefix("BEGIN"): return .busy(seconds: wait)
      case "53100": return .full
      case "25006": return .readOnly
      case "3D000": return .missing(place)
      case "XX001", "XX002": return .damaged(words)
      case "58030": return .io(words)
      case "57P01", "57P02", "57P03", "57P05": return .unreachable(words)
      default: break
      }
      switch state.prefix(2) {
      case "08": return .unreachable(words)
      case "23": return .constraint(detail.map { words + ": " + $0 } ?? words)
      default: return .failed(words, statement: statement)
      }
    }

    /// libpq's own words, without the line end.
    static func words(_ message: UnsafePointer<CChar>?) -> String {
      guard let message else { return "" }
      var text = String(cString: message)
      while text.last?.isWhitespace == true { text.removeLast() }
      return text
    }
  }
#endif

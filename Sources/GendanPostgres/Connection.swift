#if PostgreSQL
  import CPostgres
  import Gendan

  /// One session on the server, with its prepared statements.
  final class Connection {
    private let handle: OpaquePointer
    private var statements: [StatementKey: String] = [:]
    private var statementCount = 0
    /// The longest wait for another writer, in seconds.
    let wait: Int
    /// Where the book is, without its password.
    let place: String
    /// The columns of tables asked for so far.
    var columns: [String: [String]] = [:]

    /// What a prepared statement was prepared for.
    private struct StatementKey: Hashable {
      let text: String
      let types: [Oid]
    }

    /// Connects to the database that `url` names.
    init(url: String, wait seconds: Int) throws {
      guard let shown = ServerURL.shown(url) else {
        // libpq quotes from a URL that it cannot read, and a password may be in the quotation.
        throw DatabaseError.cannotOpen("postgres://", reason: "the URL cannot be read")
      }
      wait = seconds
      place = shown
      handle = try Connection.connect(url, shownAs: shown)
    }

    deinit { PQfinish(handle) }

    /// Runs statements without values; gives the last one's answer.
    @discardableResult
    func execute(_ text: String) throws -> Answer {
      let answer = Answer(PQexec(handle, text))
      try check(answer, text)
      // The server takes back what it refused and says so only in the name of the act.
      if text.hasSuffix("COMMIT") && answer.command == "ROLLBACK" {
        throw DatabaseError.failed("the transaction was rolled back", statement: text)
      }
      return answer
    }

    /// Begins a transaction; a lock that cannot be had in time throws `.busy`.
    func begin(_ text: String) throws {
      // The server would only warn, and the inner end would then end the outer one.
      guard PQtransactionStatus(handle) == PQTRANS_IDLE || PQstatus(handle) != CONNECTION_OK else {
        throw DatabaseError.failed("a transaction is open on this connection", statement: text)
      }
      do {
        try execute(text)
      } catch {
        rollback()
        throw error
      }
    }

    /// Takes back the open transaction, if there is one.
    func rollback() {
      // Tables may have been altered in it.
      columns.removeAll()
      // There is nothing better to do when a rollback fails: the session is gone, and the
      // transaction with it.
      if PQtransactionStatus(handle) != PQTRANS_IDLE { attempt("ROLLBACK") }
    }

    /// Runs a statement whose failure changes nothing for anybody.
    func attempt(_ text: String) { PQclear(PQexec(handle, text)) }

    /// Runs one statement with its values; it is prepared once for each text and types.
    func run(_ sql: SQL, binaryAnswer: Bool = false) throws -> Answer {
      let name = try prepare(sql)
      let answer = BoundValues(sql.values).withPointers { addresses, lengths, forms in
        PQexecPrepared(
          handle, name, Int32(sql.values.count), addresses, lengths, forms, binaryAnswer ? 1 : 0)
      }
      let owned = Answer(answer)
      try check(owned, sql.text)
      return owned
    }

    /// The first column of a question without values.
    func texts(_ question: String) throws -> [String] {
      let answer = try execute(question)
      return (0..<answer.count).map { answer.text($0, 0) }
    }

    /// Whether the book's tables are here.
    func holdsBook() throws -> Bool {
      try texts("SELECT to_regclass('schema_versions') IS NOT NULL") == ["t"]
    }

    /// Forgets what was prepared and learnt of tables: the schema has changed.
    func forgetStatements() throws {
      statements.removeAll()
      columns.removeAll()
      try execute("DEALLOCATE ALL")
    }

    private func prepare(_ sql: SQL) throws -> String {
      let key = StatementKey(text: sql.text, types: sql.values.map(\.oid))
      if let name = statements[key] { return name }
      statementCount += 1
      let name = "s\(statementCount)"
      let numbered = Respelling.numbered(sql.text)
      try check(Answer(PQprepare(handle, name, numbered, Int32(key.types.count), key.types)), sql.text)
      statements[key] = name
      return name
    }

    private func check(_ answer: Answer, _ statement: String) throws {
      if answer.isWell { return }
      let words = ServerError.words(PQerrorMessage(handle))
      guard PQstatus(handle) == CONNECTION_OK else { throw DatabaseError.unreachable(words) }
      // libpq itself refuses some statements: then there is no report of the server.
      guard let state = answer.report("C") else {
        throw DatabaseError.failed(words, statement: statement)
      }
      throw ServerError(
        state: state, words: answer.report("M") ?? "", detail: answer.report("D")
      ).meaning(of: statement, wait: wait, place: place)
    }
  }
#endif

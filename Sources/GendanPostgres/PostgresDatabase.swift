#if PostgreSQL
  import Gendan

  /// A book in one database of a PostgreSQL server.
  ///
  /// Readers see one unchanging state (`REPEATABLE READ`); writers take turns by an advisory lock,
  /// and what a writer acknowledged is as safe as the server's `synchronous_commit` makes it.
  final class PostgresDatabase: Database {
    /// PostgreSQL.
    var engine: Engine { .postgresql }
    private let connection: Connection
    /// Whether several writes are made as one.
    private var isWhole = false

    /// Opens the book at `url`; throws `.missing` where there is none.
    init(url: String, wait seconds: Int) throws {
      connection = try Connection(url: url, wait: seconds)
      guard try connection.holdsBook() else { throw DatabaseError.missing(connection.place) }
    }

    private init(_ connection: Connection) { self.connection = connection }

    /// Makes an empty book in the database at `url`.
    static func create(url: String, wait seconds: Int) throws -> PostgresDatabase {
      let connection = try Connection(url: url, wait: seconds)
      func refuse(_ reason: String) -> DatabaseError { .cannotOpen(connection.place, reason: reason) }
      // Asked once, for it cannot change later; lists would be sorted otherwise than on SQLite, without
      // a word. Locales other than C put the small letter first.
      guard try connection.texts("SELECT getdatabaseencoding() = 'UTF8' AND 'B' < 'a'") == ["t"] else {
        throw refuse("the database must be made with TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
      }
      let database = PostgresDatabase(connection)
      try database.write { _ in
        guard try !connection.holdsBook() else { throw refuse("the database holds a book already") }
        try connection.execute(RowChanges.definition)
        try connection.execute(Respelling.postgres(Schema.text))
        try RowChanges.watch(connection)
      }
      return database
    }

    /// Runs `body` on the state that stands when its first statement reads.
    func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
      if isWhole { return try body(PostgresTransaction(connection, writes: false)) }
      try connection.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      return try finish(
        PostgresTransaction(connection, writes: false), "COMMIT", otherwise: connection.rollback, body)
    }

    /// Runs `body` as the only writer.
    func write<T>(_ body: (any Transaction) throws -> T) throws -> T {
      if isWhole {
        try connection.execute("SAVEPOINT part")
        return try finish(
          PostgresTransaction(connection, writes: true), "\(RowChanges.forget); RELEASE part",
          otherwise: { try connection.execute("ROLLBACK TO part; RELEASE part") }, body)
      }
      try beginWriting()
      let transaction = PostgresTransaction(connection, writes: true)
      let result = try finish(
        transaction, RowChanges.forgetAndCommit, otherwise: connection.rollback, body)
      // The rows of a big import would slow every write until the server's own vacuum comes round.
      if transaction.changesRead > RowChanges.many { connection.attempt("VACUUM row_changes") }
      return result
    }

    /// Runs `body` as the only writer, whose writes are parts of one.
    func whole<T>(_ body: () throws -> T) throws -> T {
      try beginWriting()
      isWhole = true
      defer { isWhole = false }
      return try finish(
        PostgresTransaction(connection, writes: true), RowChanges.forgetAndCommit,
        otherwise: connection.rollback
      ) { _ in try body() }
    }

    private func beginWriting() throws {
      // READ COMMITTED is said, not left to the server's default: every statement must see what the
      // writer before has committed while this one waited. A wait of 0 would mean «for ever».
      try connection.begin(
        """
        BEGIN ISOLATION LEVEL READ COMMITTED;
        SET LOCAL lock_timeout = \(max(connection.wait * 1000, 1));
        SELECT pg_advisory_xact_lock(\(Self.writersLock))
        """)
    }

    private func finish<T>(
      _ transaction: PostgresTransaction, _ end: String, otherwise: () throws -> Void,
      _ body: (any Transaction) throws -> T
    ) throws -> T {
      do {
        let result = try body(transaction)
        // A body may have swallowed the error of a statement, but the server has not.
        if let refusal = transaction.refusal { throw refusal }
        try connection.execute(end)
        return result
      } catch {
        try otherwise()
        throw error
      }
    }

    /// Not offered: the server's own tools do it better.
    func copy(to path: String) throws { throw DatabaseError.unsupported("pg_dump") }

    /// The journaled tables whose changes the server would not tell: their triggers are gone or off.
    func integrityFindings() throws -> [String] {
      try read { try $0.all(RowChanges.unwatched) { row in try row[0] as String } }
    }

    /// The advisory lock that a writer holds: «gendan» in ASCII, so that a person who looks into
    /// pg_locks may guess whose it is.
    private static let writersLock = 0x67_65_6e_64_61_6e
  }
#endif

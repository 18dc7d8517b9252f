#if PostgreSQL
  import Gendan

  /// How the server tells of changed rows: one trigger function writes the image of every row that
  /// a statement changed into the table `row_changes`, inside the same transaction, and the driver
  /// reads it before the commit and empties it with the commit.
  ///
  /// An image is what `record_send` gives: all columns in their order, each with its type, in
  /// binary, so one function serves every table and a column added later needs nothing. Triggers
  /// by row, not by statement: books are mostly written row by row, and there they cost half.
  /// The table is ordinary but unlogged, for a temporary one costs each command 1.6 ms and the
  /// catalogue six dead rows.
  enum RowChanges {
    /// Makes the table and the function.
    static let definition = """
      CREATE UNLOGGED TABLE row_changes (
        seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        table_name TEXT NOT NULL,
        id BIGINT NOT NULL,
        before BYTEA,
        after BYTEA
      );
      CREATE FUNCTION keep_row_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO row_changes (table_name, id, after)
          VALUES (TG_TABLE_NAME, NEW.id, record_send(NEW));
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO row_changes (table_name, id, before)
          VALUES (TG_TABLE_NAME, OLD.id, record_send(OLD));
        ELSIF OLD IS DISTINCT FROM NEW THEN
          INSERT INTO row_changes (table_name, id, before, after)
          VALUES (TG_TABLE_NAME, OLD.id, record_send(OLD), record_send(NEW));
        END IF;
        RETURN NULL;
      END
      $$;
      """

    /// Ends a write. Nobody reads the rows after it: the journal has what they meant.
    static let forgetAndCommit = "\(forget); COMMIT"

    /// Ends one of several writes that are made as one.
    static let forget = "DELETE FROM row_changes"

    /// More changes than a person's command makes.
    static let many = 10_000

    /// Watches every journaled table, those included that a migration has just made.
    static func watch(_ connection: Connection) throws {
      let tables = try connection.execute(
        "SELECT c.relname, pg_get_serial_sequence(quote_ident(c.relname), 'id') \(journaled)")
      for row in 0..<tables.count {
        try connection.execute(triggers(of: tables.text(row, 0), counter: tables.text(row, 1)))
      }
    }

    /// The journaled tables that are not watched.
    static let unwatched = SQL(
      text: """
        SELECT relname || ': trigger ' || wanted || ' is missing or disabled'
        FROM (SELECT c.oid, CAST(c.relname AS TEXT) \(journaled)) AS journaled (oid, relname)
        CROSS JOIN (VALUES ('row_changes_kept'), ('ids_continued')) AS names (wanted)
        WHERE NOT EXISTS (
          SELECT FROM pg_trigger
          WHERE tgrelid = journaled.oid AND tgname = wanted AND tgenabled IN ('O', 'A'))
        ORDER BY 1
        """, values: [])

    /// The tables beside the book's own that have an `id` and are journaled.
    private static let journaled: String = {
      let without = ChangeSet.unjournaled.sorted().map { "'\($0)'" }.joined(separator: ", ")
      return """
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relkind = 'r' AND a.attname = 'id' AND NOT a.attisdropped
          AND c.relname NOT IN ('row_changes', \(without))
          AND c.relnamespace =
            (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('schema_versions'))
        """
    }()

    private static func triggers(of table: String, counter: String) -> String {
      // An identity column goes on counting past what was rolled back, and does not see an id that
      // was named: SQLite gives the highest id plus one. With one writer at a time so can we, and a
      // rehearsal leaves no trace and an undone deletion takes no one's place.
      """
      CREATE OR REPLACE FUNCTION "continue_ids_of_\(table)"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM setval('\(counter)', coalesce((SELECT max(id) FROM "\(table)"), 0) + 1, false);
        RETURN NULL;
      END
      $$;
      DROP TRIGGER IF EXISTS row_changes_kept ON "\(table)";
      CREATE TRIGGER row_changes_kept AFTER INSERT OR UPDATE OR DELETE ON "\(table)"
        FOR EACH ROW EXECUTE FUNCTION keep_row_changes();
      DROP TRIGGER IF EXISTS ids_continued ON "\(table)";
      CREATE TRIGGER ids_continued BEFORE INSERT ON "\(table)"
        FOR EACH STATEMENT EXECUTE FUNCTION "continue_ids_of_\(table)"();
      """
    }
  }
#endif

#if PostgreSQL
  import CPostgres
  import Gendan
  import Glibc

  extension Connection {
    /// Connects, and tells by SQLSTATE why it could not.
    ///
    /// libpq gives the state of a refused connection only inside its message, and only to who asks
    /// for it before connecting; hence the connection is made in steps.
    static func connect(_ url: String, shownAs place: String) throws -> OpaquePointer {
      guard let handle = start(url) else { throw DatabaseError.cannotOpen(place, reason: "out of memory") }
      PQsetNoticeProcessor(handle, { _, _ in }, nil)
      PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
      do {
        try finish(handle, place)
      } catch {
        PQfinish(handle)
        throw error
      }
      PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
      return handle
    }

    private static func start(_ url: String) -> OpaquePointer? {
      // What stands after the URL overrides it: the core's texts are UTF-8.
      let settings = [
        ("fallback_application_name", "gendan"), ("dbname", url), ("client_encoding", "UTF8"),
      ]
      let names = settings.map { UnsafePointer(strdup($0.0)) }
      let values = settings.map { UnsafePointer(strdup($0.1)) }
      defer { for text in names + values { free(UnsafeMutableRawPointer(mutating: text)) } }
      return PQconnectStartParams(names + [nil], values + [nil], 1)
    }

    private static func finish(_ handle: OpaquePointer, _ place: String) throws {
      let limit = timeout(handle)
      while PQstatus(handle) != CONNECTION_BAD {
        var waiting = pollfd(fd: PQsocket(handle), events: 0, revents: 0)
        switch PQconnectPoll(handle) {
        case PGRES_POLLING_OK: return
        case PGRES_POLLING_READING: waiting.events = Int16(POLLIN)
        case PGRES_POLLING_WRITING: waiting.events = Int16(POLLOUT)
        default: continue
        }
        waiting.fd = PQsocket(handle)
        if poll(&waiting, 1, limit) == 0 { throw DatabaseError.unreachable("\(place): no answer") }
      }
      throw refusal(ServerError.words(PQerrorMessage(handle)), place)
    }

    /// The longest silence of the server while connecting, in milliseconds; -1 for any.
    private static func timeout(_ handle: OpaquePointer) -> Int32 {
      let options = PQconninfo(handle)
      defer { PQconninfoFree(options) }
      var option = options
      while let found = option?.pointee, let keyword = found.keyword {
        if String(cString: keyword) == "connect_timeout", let text = found.val,
          let seconds = Int32(String(cString: text)), seconds > 0
        {
          return min(seconds, 86400) * 1000
        }
        option = option?.successor()
      }
      return -1
    }

    /// Why the server refused, from a message such as `… FATAL:  3D000: database "x" does not exist`.
    private static func refusal(_ message: String, _ place: String) -> DatabaseError {
      let lines = message.split(separator: "\n")
      for line in lines {
        let parts = line.split(separator: ": ")
        guard let at = parts.lastIndex(where: { isState($0.drop { $0 == " " }) }) else { continue }
        let state = parts[at].drop { $0 == " " }
        let words = parts[(at + 1)...].joined(separator: ": ")
        if state == "3D000" { return .missing(place) }
        // 28: who asks is not let in. There is a server, and it has spoken.
        if state.hasPrefix("28") { return .cannotOpen(place, reason: words) }
        return .unreachable(words)
      }
      return .unreachable(lines.joined(separator: " "))
    }

    private static func isState(_ text: Substring) -> Bool {
      text.utf8.count == 5
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) }
        && text.utf8.contains { (0x30...0x39).contains($0) }
    }
  }
#endif

import Gendan
import Glibc

/// The entry point: the only place that asks the operating system for a clock, a person and a terminal.
@main
enum EntryPoint {
  static func main() {
    // A reader that went away is told by the write, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(Program(surroundings: .ofThisProcess()).run(arguments).rawValue)
  }
}

extension Surroundings {
  /// What this process finds.
  static func ofThisProcess() -> Surroundings {
    let canAsk = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    return Surroundings(
      environment: variable,
      clock: { Instant(seconds: Int64(time(nil))) },
      utcOffset: { zone, instant in offset(zone, instant) },
      login: login(),
      host: host(),
      terminal: terminal(),
      ask: canAsk ? { question in answer(question) } : nil,
      nextLine: { readLine() },
      editor: { history, completing in LineEditor(history: history, completing: completing) },
      page: page,
      measured: terminal,
      pause: { seconds in
        sleep(UInt32(seconds))
        return true
      },
      runShell: { line in _ = system(line) },
      memoryPath: memoryPath(),
      send: { bytes in try send(bytes, to: STDOUT_FILENO) },
      complain: { line in
        do { try send(Array((line + "\n").utf8), to: STDERR_FILENO) } catch {
          // Nobody reads the complaint: the exit code still tells.
        }
      })
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func offset(_ zone: String, _ at: Instant) -> Int {
    if !zone.isEmpty {
      setenv("TZ", zone, 1)
      tzset()
    }
    var seconds = time_t(at.seconds)
    var local = tm()
    return localtime_r(&seconds, &local) == nil ? 0 : local.tm_gmtoff
  }

  private static func login() -> String {
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return variable("USER") ?? String(getuid())
  }

  private static func host() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, 255) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func terminal() -> Terminal? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return Terminal(width: 80, height: 24)
    }
    return Terminal(width: Int(size.ws_col), height: Int(size.ws_row))
  }

  private static func answer(_ question: String) -> String? {
    do { try send(Array(question.utf8), to: STDERR_FILENO) } catch { return nil }
    return readLine()
  }

  /// One small file a terminal and login shell.
  private static func memoryPath() -> String? {
    guard let name = ttyname(STDIN_FILENO) ?? ttyname(STDERR_FILENO) else { return nil }
    let folder = variable("XDG_STATE_HOME") ?? (variable("HOME") ?? ".") + "/.local/state"
    let terminal = String(cString: name).map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return "\(folder)/gendan/terminal\(String(terminal))-\(getsid(0))"
  }

  /// `less` and its kin are told how wide Chinese is by the locale; what they do not read is not missed.
  private static func page(_ text: String, _ pager: String) throws -> Bool {
    guard let pipe = popen(pager, "w") else { return false }
    fputs(text, pipe)
    // 127: the shell knows no such program.
    return pclose(pipe) >> 8 & 0xFF != 127
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw Program.ReaderGone() }
        throw Complaint(
          .io, Text("cannot write the output", "输出写不出去", "輸出寫不出去"),
          facts: [Text(verbatim: String(cString: strerror(errno)))])
      }
      start += count
    }
  }
}

import Gendan
// The environment is a variable of C, which no other thread of this program touches.
@preconcurrency import Glibc

/// Another program of this machine, run without a shell.
struct Tool {
  /// Where it is.
  let path: String

  /// The first of these names that is found on a path such as PATH; nil where none is.
  init?(_ names: [String], on path: String?) {
    let folders = (path ?? "").split(separator: ":").map(String.init)
    let places = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = found
  }

  /// The name it was found under.
  var name: String { FileSystem.name(of: path) }

  /// How a program ended.
  struct Result {
    /// Its exit code; 128 and the signal where a signal ended it, 127 where it did not start.
    var code: Int32
    /// The first lines of what it said, on either stream.
    var said: [String]
  }

  /// Runs the program to its end, or to its death after `seconds`; what it says goes through a file in `folder`.
  func run(_ arguments: [String], in folder: String, seconds: Int = 120) throws -> Result {
    let log = folder + "/said"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    // This program ignores SIGPIPE; others count on it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let failure = posix_spawn(&child, path, &actions, &attributes, &words, environ)
    guard failure == 0 else { return Result(code: 127, said: [String(cString: strerror(failure))]) }
    let code = Self.wait(for: child, seconds: seconds)
    let said = String(decoding: try TextFile.contents(of: log, limit: 1 << 20), as: UTF8.self)
    return Result(code: code, said: said.split(separator: "\n").prefix(20).map(String.init))
  }

  private static func wait(for child: pid_t, seconds: Int) -> Int32 {
    var status: Int32 = 0
    var left = seconds * 100
    while true {
      let ended = waitpid(child, &status, left > 0 ? WNOHANG : 0)
      if ended == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
      if ended < 0 && errno != EINTR { return 127 }
      left -= 1
      if left == 0 { kill(child, SIGKILL) }
      usleep(10_000)
    }
  }
}

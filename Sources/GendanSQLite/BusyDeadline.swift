import Glibc

/// How long a command waits for another writer. SQLite's own handler sleeps up to 100 ms between
/// tries, and among many writers one may then never meet a free moment. Naps here are short, uneven,
/// and the shorter the longer one has waited: who came first looks most often.
final class BusyDeadline {
  let seconds: Int
  private var begin: Int64 = 0

  init(seconds: Int) { self.seconds = seconds }

  func wait(tries: Int32) -> Int32 {
    let now = milliseconds()
    if tries == 0 { begin = now }
    let waited = now - begin
    guard waited < Int64(seconds) * 1000 else { return 0 }
    let fresh = max(0, 1 - Double(waited) / 5000)
    let longest = 300 + 10_000 * fresh * fresh * fresh * fresh
    usleep(UInt32(longest * Double.random(in: 0.5...1)))
    return 1
  }

  private func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

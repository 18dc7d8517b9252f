/// The jobs that are late at the moment: one of them is drawn, put in or taken out at once.
struct LateJobs {
  private(set) var jobs: [Int] = []
  private var indices: [Int] = []

  init(count: Int = 0) {
    indices = Array(repeating: -1, count: count)
  }

  mutating func insert(_ job: Int) {
    indices[job] = jobs.count
    jobs.append(job)
  }

  mutating func remove(_ job: Int) {
    let i = indices[job]
    guard i >= 0, let last = jobs.popLast() else { return }
    indices[job] = -1
    guard last != job else { return }
    jobs[i] = last
    indices[last] = i
  }
}

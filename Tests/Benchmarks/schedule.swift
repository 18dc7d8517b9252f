import Glibc

// Measures the scheduling engine, which is compiled with this file alone: see `schedule`.

/// The same numbers each time: SplitMix64 (Steele, Lea and Flood 2014).
struct Dice {
  var state: UInt64

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((z ^ (z >> 31)) % UInt64(range.count))
  }
}

/// The rows of a CSV file without quotes, without its header.
func rows(_ path: String) -> [[String]] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

/// Processor seconds, so that other work on the machine does not count.
func seconds(_ body: () throws -> Void) rethrows -> String {
  let before = clock()
  try body()
  let hundredths = Int(Double(clock() - before) * 100 / Double(CLOCKS_PER_SEC))
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
}

/// A gap in hundredths of a percent, as a percentage.
func percent(_ found: Int, over best: Int) -> String {
  let gap = best == 0 ? (found == 0 ? 0 : 10_000) : (found - best) * 10_000 / best
  return "\(gap / 100).\(gap % 100 < 10 ? "0" : "")\(gap % 100) %"
}

/// Every job shop of a folder of public instances: its plan against the best known makespan, and the schedule as
/// check_schedule.py reads it.
func makespans(_ data: String, _ folder: String, _ best: [String: Int], into output: String) throws {
  let instances = Dictionary(grouping: rows("\(data)/\(folder)/operations.csv")) { $0[0] }
  guard let file = fopen("\(output)/\(folder).csv", "w") else { return }
  defer { fclose(file) }
  fputs("instance,job,op,machine,start,end\n", file)
  for (name, mine) in instances.sorted(by: { $0.key < $1.key }) {
    func number(_ row: [String], _ column: Int) -> Int { Int(row[column]) ?? 0 }
    let jobs = Dictionary(grouping: mine) { number($0, 1) }.sorted { $0.key < $1.key }.map { job, rows in
      Shop.Job(
        id: job,
        tasks: Dictionary(grouping: rows) { number($0, 2) }.sorted { $0.key < $1.key }.map { op, rows in
          Shop.Task(
            id: op, alternatives: rows.map { Shop.Alternative(resource: number($0, 3), work: number($0, 4)) })
        })
    }
    let machines = Set(mine.map { number($0, 3) }).sorted().map { Shop.Resource(id: $0) }
    let shop = Shop(now: 0, horizon: 1_000_000, calendars: [], resources: machines, jobs: jobs)
    var plan = try shop.backwardPlan()
    let time = try seconds { plan = try shop.plan(.earliest) }
    let known = best[name] ?? plan.makespan
    print("\(name): \(plan.makespan), best known \(known), \(percent(plan.makespan, over: known)), \(time)")
    for placement in plan.placements {
      fputs(
        "\(name),\(placement.task.job),\(placement.task.task),\(placement.resource),\(placement.start),\(placement.finish)\n",
        file)
    }
  }
}

/// One machine, p of 1...100, w of 1...10, due days by tightness and range (Potts and Van Wassenhove 1985), in
/// tenths.
func weightedTardiness(_ count: Int, tightness: Int, range: Int, seed: Int) -> Shop {
  var dice = Dice(state: UInt64(seed * 1_000_000 + count * 1_000 + tightness * 20 + range))
  let work = (0..<count).map { _ in dice.roll(1...100) }
  let weights = (0..<count).map { _ in dice.roll(1...10) }
  let total = work.reduce(0, +)
  let low = total * (20 - 2 * tightness - range) / 20
  let high = total * (20 - 2 * tightness + range) / 20
  let jobs = work.indices.map { index in
    Shop.Job(
      id: index, tasks: [Shop.Task(id: 1, alternatives: [Shop.Alternative(resource: 1, work: work[index])])],
      due: dice.roll(low...high), weight: weights[index])
  }
  return Shop(now: 0, horizon: 1_000_000, calendars: [], resources: [Shop.Resource(id: 1)], jobs: jobs)
}

/// The best of four dispatch rules: due date, weighted shortest work, least slack, apparent tardiness cost.
func ruled(_ shop: Shop) -> Int {
  let jobs = shop.jobs.map { (work: $0.tasks[0].alternatives[0].work, weight: $0.weight, due: $0.due ?? 0) }
  func cost(_ order: [(work: Int, weight: Int, due: Int)]) -> Int {
    var time = 0
    return order.reduce(0) { sum, job in
      time += job.work
      return sum + job.weight * max(0, time - job.due)
    }
  }
  var left = jobs
  var apparent: [(work: Int, weight: Int, due: Int)] = []
  var time = 0
  while !left.isEmpty {
    let mean = Double(left.reduce(0) { $0 + $1.work }) / Double(left.count)
    let cost = left.map { job in
      Double(job.weight) / Double(job.work)
        * exp(-Double(max(0, job.due - job.work - time)) / (2 * mean))
    }
    let next = cost.indices.max { cost[$0] < cost[$1] } ?? 0
    time += left[next].work
    apparent.append(left.remove(at: next))
  }
  return [
    cost(jobs.sorted { $0.due < $1.due }), cost(jobs.sorted { $0.work * $1.weight < $1.work * $0.weight }),
    cost(jobs.sorted { $0.due - $0.work < $1.due - $1.work }), cost(apparent),
  ].min() ?? 0
}

/// The mean gap to the best found with `factor` times the budget, on every `stride`th of the 25 settings.
func tardiness(_ count: Int, factor: Int, stride step: Int) throws {
  var gaps: [Int] = []
  var worse = 0
  var time = "0 s"
  for setting in stride(from: 0, to: 25, by: step) {
    let shop = weightedTardiness(
      count, tightness: 2 * (setting / 5 + 1), range: 2 * (setting % 5 + 1), seed: 1)
    var found = 0
    time = try seconds { found = try shop.plan().weightedTardiness }
    let moves = Shop.Budget.standard(for: shop).moves * factor
    let long = try shop.plan(budget: Shop.Budget(moves: moves)).weightedTardiness
    print("\(count) jobs, setting \(setting): \(found), with \(factor) times the budget \(long)")
    let best = min(found, long)
    if found > ruled(shop) { worse += 1 }
    gaps.append(best == 0 ? (found == 0 ? 0 : 10_000) : (found - best) * 10_000 / best)
  }
  let mean = gaps.reduce(0, +) / max(1, gaps.count)
  print(
    "one machine, \(count) jobs, \(gaps.count) settings: mean gap \(percent(10_000 + mean, over: 10_000)), "
      + "largest \(percent(10_000 + (gaps.max() ?? 0), over: 10_000)), worse than a rule \(worse), the last in \(time)"
  )
}

/// 10,000 operations on 60 resources with shifts.
func large() throws {
  var dice = Dice(state: 42)
  let days = 400
  func shifts(_ hours: [Range<Int>]) -> Shop.OpenTime {
    Shop.OpenTime(
      (0..<days).filter { $0 % 7 < 5 }.flatMap { day in
        hours.map { day * 1440 + $0.lowerBound * 60..<day * 1440 + $0.upperBound * 60 }
      })
  }
  let resources = (1...60).map { Shop.Resource(id: $0, places: $0 % 5 == 0 ? 2 : 1, calendar: $0 % 2) }
  let jobs = (1...2_000).map { id in
    Shop.Job(
      id: id,
      tasks: (1...5).map { step in
        let first = dice.roll(1...60)
        let work = dice.roll(30...240)
        return Shop.Task(
          id: step,
          alternatives: [
            Shop.Alternative(resource: first, work: work),
            Shop.Alternative(resource: first % 60 + 1, work: work * 5 / 4),
          ])
      }, due: dice.roll(3...30) * 1440, weight: dice.roll(1...10))
  }
  let shop = Shop(
    now: 480, horizon: days * 1440, calendars: [shifts([8..<12, 13..<17]), shifts([6..<14, 15..<22])],
    resources: resources, jobs: jobs)
  var plan = try shop.backwardPlan()
  let before = plan.weightedTardiness
  let time = try seconds { plan = try shop.plan() }
  print("10,000 operations: \(time), weighted minutes late \(before) -> \(plan.weightedTardiness)")
}

@main struct Measure {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 5, let factor = Int(words[3]), let step = Int(words[4]) else {
      print("schedule DATA OUTPUT FACTOR STRIDE")
      exit(64)
    }
    // Each line as it is found: the whole takes an hour.
    setvbuf(stdout, nil, _IOLBF, 0)
    var best: [String: Int] = [:]
    for row in rows("\(words[1])/jobshop/best_known.csv") { best[row[0]] = Int(row[6]) }
    for row in rows("\(words[1])/fjsp/instances.csv") { best[row[0]] = Int(row[7]) }
    for folder in ["jobshop", "fjsp"] { try makespans(words[1], folder, best, into: words[2]) }
    try large()
    for count in [40, 50, 100] { try tardiness(count, factor: factor, stride: step) }
  }
}

import GendanTestSupport
import Testing

@testable import Gendan
@testable import GendanCLI

/// Public job shops as route files: what the planner is given of a book is what the instance says (R-156).
///
/// Their makespans against the best known are measured by Tests/Benchmarks/schedule on the optimised engine.
@Suite(.enabled(if: RealBook.data != nil, "no data/jobshop beside this checkout"))
struct JobShopTests {
  private static let instances = ["ft06", "ft10", "ft20", "la01", "la02", "la03", "la04", "la05"]
  private static let flexible = ["kacem1", "mk01", "sfjs1", "sfjs10"]

  /// An operation: its machines with their minutes.
  private typealias Places = [String: Int]

  @Test(arguments: instances + flexible)
  func `A route file brings an instance into the book to the minute`(_ instance: String) throws {
    let jobs = try Self.jobs(of: instance)
    let found = try Self.book(of: jobs).read { reading in
      let codes = try Resource.codes(in: reading.db)
      return try Workshop(in: reading).shop.jobs.map { job in
        job.tasks.map { task in
          Places(
            task.alternatives.map { (codes[Identifier(Int64($0.resource))] ?? "", $0.work) },
            uniquingKeysWith: { work, _ in work })
        }
      }
    }
    #expect(found == jobs)
  }

  @Test(arguments: [("ft06", 55), ("kacem1", 11)])
  func `The book's plan of a small instance is as short as any`(_ instance: String, _ best: Int) throws {
    let shop = try Self.book(of: try Self.jobs(of: instance)).read { try Workshop(in: $0).shop }
    #expect(try shop.plan(.earliest).makespan - shop.now == best)
  }

  /// The operations of each job, in order.
  private static func jobs(of instance: String) throws -> [[Places]] {
    let folder = flexible.contains(instance) ? "fjsp" : "jobshop"
    let text = String(
      decoding: try TextFile.read("\(RealBook.data ?? "")/\(folder)/operations.csv").bytes, as: UTF8.self)
    var jobs: [Int: [Int: Places]] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ",")
      guard fields.count == 5, fields[0] == instance, let job = Int(fields[1]), let operation = Int(fields[2])
      else { continue }
      jobs[job, default: [:]][operation, default: [:]]["M\(fields[3])"] = Int(fields[4])
    }
    return jobs.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// A book with an order for one piece of each job, released, on machines that never rest.
  private static func book(of jobs: [[Places]]) throws -> ImportBench {
    let bench = try ImportBench()
    var route = "route,seq,name,minutes,resources\n"
    var products = "code,name,route\n"
    var orders = "no,customer,ordered,product,qty,want\n"
    for (job, operations) in jobs.enumerated() {
      for (place, machines) in operations.enumerated() {
        let with = machines.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let minutes = machines.values.first ?? 0
        route += "J\(job),\(place * 10 + 10),step \(place),\(minutes),\"\(with)\"\n"
      }
      products += "J\(job),job \(job),J\(job)\n"
      orders += "SO2603-\(1000 + job),HD01,2026-03-16,J\(job),1,2026-03-16\n"
    }
    for (name, text, kind) in [
      ("routes", route, "routes"), ("products", products, "products"), ("orders", orders, "orders"),
    ] {
      let path = try bench.file("\(name).csv", text)
      #expect(try bench.run("import", path, "--kind", kind, "--create", "--yes") == .ok, "\(bench.trouble)")
    }
    for machine in Set(jobs.joined().flatMap(\.keys)) {
      #expect(try bench.run("resource", "set", machine, "shifts=0:00-24:00") == .ok, "\(bench.trouble)")
    }
    for job in jobs.indices {
      #expect(try bench.run("release", "SO2603-\(1000 + job)") == .ok, "\(bench.trouble)")
    }
    return bench
  }
}

import GendanTestSupport
import Testing

@testable import Gendan

/// What an amendment does to the workshop (S10; ).
struct AmendedProductionTests {
  private let shop: AmendedShop
  private let no: String

  init() throws {
    shop = try AmendedShop()
    no = shop.no
    try shop.write { writing in
      var packed = OrderChange()
      packed.perCarton = .some(24)
      try writing.apply(packed, to: TestShop.order(no, writing), line: nil)
      _ = try writing.release(TestShop.order(no, writing), ReleaseRequest())
    }
  }

  private func made() throws -> [ProductionOrder] {
    try shop.read { try ProductionOrder.of(TestShop.order(no, $0).id, in: $0.db) }
  }

  private func report(_ steps: String..., good: Int64) throws {
    for step in steps {
      try shop.write { writing in
        _ = try writing.progress(
          TestShop.order(no, writing), step: step, ProgressReport(good: good, day: writing.today))
      }
    }
  }

  private func boxed(_ quantity: Int64) -> AmendmentRequest {
    var change = OrderChange.quantity(quantity)
    change.packing = .some("彩盒")
    var request = AmendmentRequest(side: .customer, reason: "客户加单")
    request.parts = [.init(line: nil, change)]
    return request
  }

  @Test func `S10: 400 of 1,000 are done, 1,300 in colour boxes make 900 more and 13 cartons (R-114)`() throws
  {
    try report("备料", "机加", "检验", good: 400)
    let made = try shop.amend(no, boxed(1300))
    let (old, new) = (try self.made()[0], try self.made()[1])
    #expect(made.impact.replaced == [.init(old: old, new: new)])
    #expect((old.good, old.isOpen, old.successor) == (400, false, new.no))
    #expect((new.quantity.smallest, new.version, new.packing.text) == (900, 2, "彩盒"))
    #expect(old.packing.text == nil)
    #expect(new.packing.perCarton == 24)
    #expect(made.impact.cartons == [.init(line: 1, before: 42, after: 55)])
    let coverage = try shop.read { try Coverage.of(TestShop.order(no, $0).id, in: $0.db)[0] }
    #expect((coverage.inProduction, coverage.uncovered) == (1300, 0))
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
    // What is finished from now on is the new one's, and no more than it has to make.
    try shop.write { writing in
      let made = try writing.finish(TestShop.order(no, writing), step: "备料", on: writing.today)
      #expect((made.production.no, made.operation.good) == (new.no, 900))
    }
  }

  @Test func `every department of it is told once, with what changed but not the money (R-111, R-112)`()
    throws
  {
    try shop.write { try $0.decide(.amendDepartments, "采购, 仓库") }
    var request = boxed(1300)
    request.remarks = ["检验": "彩盒要全检"]
    let made = try shop.amend(no, request)
    #expect(made.impact.departments == ["仓库", "机加车间", "质检", "采购"])
    let notices = try shop.read { reading in
      try Notice.list(order: TestShop.order(no, reading).id, isOpen: true, in: reading.db)
    }
    #expect(notices.map(\.department) == ["仓库", "机加车间", "质检", "采购"])
    #expect(notices.map(\.remark) == [nil, nil, "彩盒要全检", nil])
    #expect(notices.allSatisfy { $0.amendment == 2 && $0.changes.map(\.field) == [.qty, .packing] })
    #expect(notices.last?.productionNo == nil)
  }

  @Test func `a date alone leaves production running, and its departments are told (R-112)`() throws {
    let made = try shop.amend(try .wanted("2026-04-20"))
    #expect(made.impact.replaced.isEmpty)
    #expect(made.impact.departments == ["仓库", "机加车间", "质检"])
    #expect(made.impact.promised == [.init(line: 1, day: try TestShop.day("2026-04-10"), isNew: false)])
    #expect(try self.made().map(\.isOpen) == [true])
  }

  @Test func `money and terms are not the workshop's (R-112)`() throws {
    var change = OrderChange.terms("T/T")
    change.price = .some(370_000)
    let made = try shop.amend(change)
    #expect(made.impact.departments == [])
    #expect(try self.made().map(\.isOpen) == [true])
  }

  @Test func `with less ordered than made nothing is written anew, and the rest is told (R-114)`() throws {
    try report("备料", "机加", "检验", good: 400)
    let made = try shop.amend(.quantity(300))
    #expect(made.impact.replaced.map(\.new) == [nil])
    #expect(made.impact.surplus.map(\.quantity.smallest) == [100])
    #expect(made.impact.departments == ["仓库", "机加车间", "质检"])
    #expect(try self.made().map(\.isOpen) == [false])
  }

  @Test func `what is finished already cannot be replaced: what is lacking is told (R-114)`() throws {
    try report("备料", "机加", "检验", good: 1000)
    let made = try shop.amend(.quantity(1300))
    #expect(made.impact.replaced.isEmpty)
    #expect(made.impact.uncovered.map(\.quantity.smallest) == [300])
  }

  @Test func `a route of its own stays that of the new one (R-114)`() throws {
    try shop.write { writing in
      _ = try writing.setRoute(
        code: "short", name: "短", steps: [RouteStep(seq: 10, name: "外购", department: "采购", days: 3)])
      try writing.cancel(ProductionOrder.named("0001", in: writing.db), reason: "x")
      var request = ReleaseRequest()
      request.route = "short"
      _ = try writing.release(TestShop.order(no, writing), request)
    }
    let made = try shop.amend(.quantity(1300))
    let new = try #require(made.impact.replaced.first?.new)
    let steps = try shop.read { try Operation.of(new.id, in: $0.db) }
    #expect(steps.map(\.name) == ["外购"])
    let finish = try TestShop.day("2026-03-18")
    #expect(steps.map(\.planFinishOn) == [finish])
  }

  @Test func `of production that serves two orders the other one keeps its share (R-114, R-146)`() throws {
    let (other, _) = try shop.threeLines()
    let source = try #require(
      try shop.write { try $0.release(TestShop.order(other, $0), line: 1, ReleaseRequest()) }.first)
    let first = try made()[0]
    try shop.write { _ = try $0.merge(source, into: first) }
    try report("备料", "机加", "检验", good: 1050)
    let made = try shop.amend(.quantity(1300))
    #expect(made.impact.replaced.first?.new?.quantity.smallest == 350)
    let uncovered = try shop.read { reading in
      try [no, other].map { try Coverage.of(TestShop.order($0, reading).id, in: reading.db)[0].uncovered }
    }
    #expect(uncovered == [0, 0])
  }

  @Test func `a dropped line leaves production, and what it has made is stock's (R-112, R-114)`() throws {
    let (other, id) = try shop.threeLines()
    try shop.write { writing in
      _ = try writing.release(TestShop.order(other, writing), line: 1, ReleaseRequest())
      _ = try writing.progress(
        TestShop.order(other, writing), step: "备料", ProgressReport(good: 100, day: writing.today))
    }
    var request = AmendmentRequest(side: .customer, reason: "不要了")
    request.dropped = [1]
    let made = try shop.amend(other, request)
    #expect(made.impact.replaced.map(\.old.schedule) == [nil])
    #expect(made.impact.departments == ["仓库", "机加车间", "质检"])
    #expect(try shop.read { try Schedule.of(id, in: $0.db).map(\.lineNo) } == [2, 3])
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
  }

  @Test
  func `the clock of a change runs from its minute; after four working hours it is past (R-112, R-139)`()
    throws
  {
    try shop.write { writing in
      try writing.decide(.flow, Flow.trading.rawValue)
      try writing.decide(.amendDocumented, isInForce: false)
      let notices = try Notice.list(isOpen: true, in: writing.db)
      try writing.acknowledge(notices)
    }
    try shop.at(9, 10) { _ = try $0.amend(TestShop.order(no, $0), boxed(1300)) }
    func task(_ hour: Int, _ minute: Int, _ scope: ReminderScope) throws -> [Gendan.Task] {
      try shop.book(hour, minute).read { try Reminder.tasks(scope, in: $0) }
        .filter { $0.reminder == .changeUnacknowledged }
    }
    let all = ReminderScope(day: try TestShop.day("2026-03-11"))
    #expect(try task(9, 10, all).map(\.about) == ["仓库, 机加车间, 质检"])
    #expect(try task(14, 9, all).map(\.isPast) == [false])
    #expect(try task(14, 10, all).map(\.isPast) == [true])
    #expect(try task(14, 10, all).first?.dueAt == Instant(all.day, hour: 14, minute: 10, utcOffset: 8 * 3600))
    // A department sees its own, and so does who belongs to it; others do not.
    try shop.write { writing in
      for (login, department) in [("jijia", "机加车间"), ("caigou", "采购")] {
        try writing.addUser(
          login: login, name: login, roles: [.production], department: try writing.department(department))
      }
    }
    #expect(try task(15, 0, ReminderScope(day: all.day, department: "机加车间")).map(\.about) == ["机加车间"])
    #expect(try task(15, 0, ReminderScope(day: all.day, clerk: "jijia")).map(\.about) == ["机加车间"])
    #expect(try task(15, 0, ReminderScope(day: all.day, clerk: "caigou")).isEmpty)
    try shop.at(15, 5) { writing in
      try writing.acknowledge(
        Notice.list(order: TestShop.order(no, writing).id, isOpen: true, in: writing.db))
    }
    #expect(try task(15, 5, all).isEmpty)
  }

  @Test func `undo takes it back whole, and redo makes it again (R-115)`() throws {
    try report("备料", "机加", "检验", good: 400)
    try shop.amend(no, boxed(1300))
    let amended = try made()
    let event = try shop.read { try Journal.event(try Journal.newest(in: $0), in: $0) }
    try shop.write { try Journal.undo(event, in: $0) }
    #expect(try made().map(\.isOpen) == [true])
    #expect(try shop.read { try TestShop.order(no, $0) }.review == .confirmed)
    #expect(try shop.schedule(no).quantity.smallest == 1000)
    let undoing = try shop.read { try Journal.event(try Journal.newest(in: $0), in: $0) }
    try shop.write { try Journal.undo(undoing, in: $0) }
    #expect(try made() == amended)
  }

  @Test func `others' work on it keeps it from being undone: progress, reviews, papers (R-115)`() throws {
    try shop.amend(no, boxed(1300))
    let event = try shop.read { try Journal.event(try Journal.newest(in: $0), in: $0) }
    try report("备料", good: 10)
    try shop.write { try $0.answer(.delivery, of: TestShop.order(no, $0), isWell: true, note: nil) }
    try shop.confirm()
    try shop.attach(.contract)
    #expect(throws: JournalError.builtUpon(event.id, by: (1...4).map { event.id + 5 - $0 })) {
      try shop.write { try Journal.undo(event, in: $0) }
    }
    #expect(try shop.read { try TestShop.order(no, $0) }.version == 2)
  }

  @Test func `a line that was added and put into production keeps it from being undone (R-115)`() throws {
    var request = AmendmentRequest(side: .customer, reason: "x")
    request.added = try shop.read {
      [
        (
          NewLine(product: try Product.named("FL-50", in: $0.db).id, [NewSchedule(quantity: 1)]),
          OrderChange()
        )
      ]
    }
    try shop.amend(no, request)
    let event = try shop.read { try Journal.event(try Journal.newest(in: $0), in: $0) }
    try shop.write { _ = try $0.release(TestShop.order(no, $0), line: 2, ReleaseRequest()) }
    #expect(throws: JournalError.builtUpon(event.id, by: [event.id + 1])) {
      try shop.write { try Journal.undo(event, in: $0) }
    }
  }
}

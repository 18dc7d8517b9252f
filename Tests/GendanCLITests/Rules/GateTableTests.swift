import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A gate's case: a line that it refuses, and what has to be done, or said instead, before it passes.
struct GateCase: Sendable {
  let id: GateID
  /// Lines that bring the book to where the gate is asked.
  var given: [String] = []
  let refuses: String
  /// Lines that do what the gate asks for.
  var until: [String] = []
  /// The line that passes where it is another one.
  var passes: String?

  init(_ id: GateID, given: [String] = [], refuses: String, until: [String] = [], passes: String? = nil) {
    self.id = id
    self.given = given
    self.refuses = refuses
    self.until = until
    self.passes = passes
  }
}

/// Every gate that is built refuses in one case and passes in another; one without a case fails.
struct GateTableTests {
  @Test(arguments: GateID.allCases)
  func `a gate refuses and changes nothing, and passes once it has what it asks for`(id: GateID) throws {
    let gate = try #require(GateTableTests.cases.first { $0.id == id }, "no case of \(id.rawValue)")
    let desk = try RuleDesk()
    for line in gate.given { try desk.run(line) }
    if !id.rule.isFixed { try desk.run("setting set gate.\(id.rawValue) on") }
    let before = try desk.dump.text()
    let refused = try desk.type(gate.refuses)
    #expect(refused.code == 5, "\(refused)")
    let gates = try #require(try JSON.parse(refused.err)["error"]?["gates"])
    #expect(gates == [.string(id.rawValue)], "\(refused.err)")
    #expect(try desk.dump.text() == before)
    for line in gate.until { try desk.run(line) }
    try desk.run(gate.passes ?? gate.refuses)
  }

  @Test(arguments: GateID.allCases)
  func `a gate that somebody may override passes with a reason, and the journal names it`(id: GateID) throws {
    let gate = try #require(GateTableTests.cases.first { $0.id == id })
    guard id.rule.overridableBy != nil else { return }
    let desk = try RuleDesk()
    for line in gate.given { try desk.run(line) }
    if !id.rule.isFixed { try desk.run("setting set gate.\(id.rawValue) on") }
    let who = id.rule.overridableBy == .generalManager ? " --as linzong" : ""
    try desk.run(gate.refuses + " --override --reason 特批" + who)
    #expect(try desk.desk.run("log -L 1 --json").out.contains(id.rawValue))
  }

  @Test func `every gate has one case`() {
    #expect(GateTableTests.cases.map(\.id.rawValue).sorted() == GateID.allCases.map(\.rawValue).sorted())
  }

  static let cases: [GateCase] = [
    GateCase(
      .customerComplete, refuses: "customer add 新客户 --address a --contact b --phone 1 --fax 2",
      passes: "customer add 新客户 --address a --contact b --phone 1 --fax 2 --terms 月结"),
    GateCase(
      .productCurrent, given: ["product set FL-50 active=no"], refuses: "new C-1 FL-50 5",
      until: ["product set FL-50 active=yes"]),
    GateCase(.orderOpen, given: ["cancel 0001 --reason x --yes"], refuses: "ship 0001", until: ["undo"]),
    GateCase(
      .quoteComplete, given: ["quote add C-1 FL-50 100 --price 10"], refuses: "quote submit 0001",
      until: ["quote set 0001 maker=本厂 packing=纸箱 lead=15 terms=月结"]),
    GateCase(
      .quoteUnchanged, given: [RuleDesk.quote, "quote submit 0001"], refuses: "quote set 0001 price=9",
      until: ["quote revise 0001 price=9.5"]),
    GateCase(
      .quoteSigned, given: ["signer add quote finance", RuleDesk.quote], refuses: "quote confirm 0001",
      until: ["quote submit 0001", "sign Q2603-0001 --as sunli"]),
    GateCase(
      .replyPromised, given: ["new C-1 FL-50 5"], refuses: "reply 0002", until: ["promise 0002 2026-04-30"]),
    GateCase(
      .confirmAgreed, refuses: "confirm 0001",
      until: ["attach 0001 customer-order PAPER", "review set 0001 delivery=ok payment=ok quality=ok"]),
    GateCase(
      .submitClean, given: ["new C-1 FL-50 5 --want 2026-04-30"], refuses: "submit 0002",
      until: ["set 0002 price=10"]),
    GateCase(
      .submitPriced, given: ["price set C-1 FL-50 12 --from 2026-03-01"], refuses: "submit 0001",
      until: ["set 0001 price=12"]),
    GateCase(.submitQuoted, refuses: "submit 0001", until: [RuleDesk.quote, "quote confirm 0001"]),
    GateCase(
      .submitAttached, given: ["attach 0001 customer-order PAPER"], refuses: "submit 0001",
      until: ["attach 0001 contract PAPER"]),
    GateCase(
      .submitDecided, given: ["set 0001 new-material=yes"], refuses: "submit 0001",
      until: ["quote decide 0001 keep --as linzong"]),
    GateCase(
      .signInTurn,
      given: ["signer add order finance --step 2", "signer add order salesperson --step 1", "submit 0001"],
      refuses: "sign 0001 --as sunli", until: ["sign 0001 --as wuming"]),
    GateCase(.orderConfirmed, refuses: "release 0001", until: ["confirm 0001"]),
    GateCase(
      .releaseApproved, given: ["signer add order finance", "submit 0001"], refuses: "release 0001",
      until: ["sign 0001 --as sunli"]),
    GateCase(.releaseGenuine, refuses: "release 0001", until: ["review set 0001 genuine=ok"]),
    GateCase(
      .releaseDeposit,
      given: ["new C-1 FL-50 10 --price 10 --terms 订金30% --promise 2026-04-30", "pay 0002 30"],
      refuses: "release 0002", until: ["payment confirm P2603-0001 --as sunli"]),
    GateCase(
      .releaseSampled,
      given: ["product set FL-50 sample=yes", "sample add 0001 --require x", "sample send S2603-0001"],
      refuses: "release 0001", until: ["sample answer S2603-0001 approved"]),
    GateCase(
      .releasePrepared, refuses: "release 0001",
      until: ["review set 0001 process-sheet=ok pattern=ok sample-garment=ok consumption=ok"]),
    GateCase(
      .releaseCarton, given: ["sample add 0001 --supplier 华彩纸箱 --require 60x40x27"], refuses: "release 0001",
      until: ["sample answer S2603-0001 approved"]),
    GateCase(.releaseDescribed, refuses: "release 0001", until: ["set 0001 spec=DN50 requirement=-"]),
    GateCase(
      .releaseInspected, given: ["product set FL-50 statutory=yes"], refuses: "release 0001",
      passes: "release 0001 --inspection 按批抽检"),
    GateCase(
      .releaseInTime, given: ["new C-1 FL-50 5 --promise 2026-03-23"], refuses: "release 0002",
      until: ["promise 0002 2026-03-24 --cause shortage"]),
    GateCase(.releaseWithinOpen, refuses: "release 0001 --qty 101", passes: "release 0001 --qty 100"),
    GateCase(
      .releaseStockSigned, given: ["signer add production gm", "work stock FL-50 20"],
      refuses: "progress MO2603-0001 备料 20", until: ["sign MO2603-0001 --as linzong"]),
    GateCase(
      .progressWithinOrder, given: ["release 0001"], refuses: "progress 0001 备料 101",
      passes: "progress 0001 备料 100"),
    GateCase(
      .progressInSequence, given: ["release 0001", "progress 0001 备料 9"], refuses: "progress 0001 机加 10",
      until: ["progress 0001 备料 1"]),
    GateCase(
      .progressUnused, given: ["release 0001", "progress 0001 备料 40", "progress 0001 机加 30"],
      refuses: "step reverse p1 --reason x", until: ["step reverse p2 --reason x"]),
    GateCase(
      .progressSampled, given: ["release 0001"], refuses: "progress 0001 备料 10",
      until: ["sample first 0001 --machine 3", "sample answer S2603-0001 approved --as wuming"]),
    GateCase(
      .progressRunning, given: ["release 0001", "work hold MO2603-0001 --reason x"],
      refuses: "progress 0001 备料 10", until: ["work resume MO2603-0001"]),
    GateCase(
      .packagingWithinLimits, given: ["release 0001"], refuses: "work packaging 0001 --bags 121",
      passes: "work packaging 0001 --bags 120"),
    GateCase(
      .reserveWithinFree, given: ["stock count FL-50 50"], refuses: "stock reserve 0001 51",
      until: ["stock count FL-50 51"]),
    GateCase(
      .sampleDescribed, given: ["sample add 0001"], refuses: "sample send S2603-0001",
      passes: "sample send S2603-0001 --require 拉丝"),
    GateCase(
      .quantityAboveShipped, given: ["ship 0001=60"], refuses: "set 0001 qty=59", passes: "set 0001 qty=60"),
    GateCase(
      .amendDocumented, given: ["confirm 0001"], refuses: "amend 0001 qty=120 --reason x --yes",
      until: ["attach 0001 change PAPER"]),
    GateCase(
      .cancelResolved, given: ["release 0001"], refuses: "cancel 0001 --reason x --yes",
      until: ["work cancel MO2603-0001 --reason x"]),
    GateCase(.shipWithinOpen, refuses: "ship 0001=101", passes: "ship 0001=100"),
    GateCase(
      .shipSigned, given: ["signer add order finance", "submit 0001"], refuses: "ship 0001",
      until: ["sign 0001 --as sunli"]),
    GateCase(
      .shipPaid,
      given: [
        "new C-1 FL-50 10 --price 10 --terms 款到发货", "pay 0002 100",
        "payment confirm P2603-0001 99.99 --as sunli",
      ], refuses: "ship 0002", until: ["payment confirm P2603-0001 --as sunli"]),
    GateCase(
      .shipCredit, given: ["customer set C-1 limit=999.99"], refuses: "ship 0001",
      until: ["customer set C-1 limit=1000"]),
    GateCase(
      .arriveWithinShipped, given: ["ship 0001"], refuses: "arrive 0001 --short 60 --damaged 41",
      passes: "arrive 0001 --short 60 --damaged 40"),
    GateCase(.orderFinished, given: ["ship 0001"], refuses: "close 0001", until: ["arrive 0001"]),
    GateCase(
      .closeRetained,
      given: [
        "product set FL-50 printed=yes", "release 0001", "done 0001 备料", "done 0001 机加", "ship 0001",
        "arrive 0001",
      ], refuses: "close 0001", until: ["sample retain MO2603-0001 --place 样品柜A3"]),
    GateCase(
      .closePaid,
      given: ["ship 0001", "arrive 0001", "pay 0001 1000", "payment confirm P2603-0001 999.99 --as sunli"],
      refuses: "close 0001", until: ["payment confirm P2603-0001 --as sunli"]),
    GateCase(
      .problemExplained, given: ["problem 0001 shortage 棒料没到"], refuses: "problem close PB2603-0001",
      until: ["problem cause PB2603-0001 供应商晚发 --dept 仓库"]),
    GateCase(
      .problemRemedied,
      given: ["problem 0001 quality 色差 --qty 40", "problem cause PB2603-0001 换漆 --dept 机加车间"],
      refuses: "problem close PB2603-0001", until: ["problem remedy PB2603-0001 全检返喷 --due 2026-03-18"]),
    GateCase(
      .releaseSettled, given: ["problem 0001 drawing 图纸缺公差"], refuses: "release 0001",
      until: ["problem cause PB2603-0001 客户漏标 --dept 仓库", "problem close PB2603-0001 --note 客户3/16邮件确认"]),
    GateCase(
      .closeSettled, given: ["problem 0001 shortage 棒料没到", "ship 0001", "arrive 0001"], refuses: "close 0001",
      until: ["problem cause PB2603-0001 供应商晚发 --dept 仓库", "problem close PB2603-0001"]),
    GateCase(
      .delayInTurn, given: ["delay open 0001 磨床坏"], refuses: "delay told Y2603-0001 --keep",
      until: ["delay cause Y2603-0001 machine 主轴坏 --dept 机加车间"]),
    GateCase(
      .promiseAgreed, given: ["delay open 0001 磨床坏"], refuses: "promise 0001 2026-05-06 --cause machine",
      until: [
        "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间",
        "delay told Y2603-0001 --accept 2026-05-08",
      ]),
    GateCase(
      .shipDecided, given: ["decide 0001 hold --by 王经理"], refuses: "ship 0001", until: ["decide 0001 ship"]),
    GateCase(
      .promiseScheduled, given: ["release 0001", "plan reply MO2603-0001 2026-03-17 2026-05-08"],
      refuses: "promise 0001 2026-05-06 --cause shortage",
      until: ["plan reply MO2603-0001 2026-03-17 2026-05-06"]),
    GateCase(
      .backdate, refuses: "stock count FL-50 5 --on 2026-02-13", passes: "stock count FL-50 5 --on 2026-02-14"
    ),
    GateCase(
      .dayOpen, given: ["eod"], refuses: "stock count FL-50 5", passes: "stock count FL-50 5 --on 2026-03-13"
    ),
  ]
}

import ArgumentParser
import Gendan
import GendanOutput

/// Who changed what about a customer, and when, from the old value to the new.
struct CustomerHistory: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.history", word: "history", chinese: ["历史", "歷史"],
    about: Text("what changed about a customer", "客户资料的变更", "客戶資料的變更"),
    usage: "NAME", examples: ["customer history C-0001"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.customer.words, try: "gendan customer history C-0001")
    return try desk.read { reading in
      let customer = try Customer.named(name, in: reading.db)
      let logins = Dictionary(
        uniqueKeysWithValues: try Member.all(in: reading.db).map {
          (String($0.user.id.rawValue), $0.user.login)
        })
      let lines = try Journal.history(of: "customers", id: customer.id.rawValue, in: reading).map {
        Line($0.event, $0.change, logins)
      }
      let offset = desk.surroundings.utcOffset(try reading.settings()[.zone], reading.now)
      return Answer("customer_history", listing(desk.language, offset).list(lines))
    }
  }

  /// One field that one event changed, or the event that registered the customer.
  private struct Line {
    let event: Event
    let act: EventChange.Act
    let word: CustomerWord?
    let old: String?
    let new: String?

    init(_ event: Event, _ change: ColumnChange, _ logins: [String: String]) {
      self.event = event
      act = change.act
      word = change.field.flatMap { Line.words[$0] ?? CustomerWord(rawValue: $0) }
      old = Line.text(change.old, word, logins)
      new = Line.text(change.new, word, logins)
    }

    /// A column's value as people know it: a login for a user's key, per cent for basis points.
    private static func text(_ value: String?, _ word: CustomerWord?, _ logins: [String: String]) -> String? {
      switch word {
      case .clerk: value.map { logins[$0] ?? $0 }
      case .limit: value.flatMap { Int64($0) }.map(Amount.text) ?? value
      case .under, .over: value.flatMap { Int64($0) }.map(Percent.text) ?? value
      default: value
      }
    }

    private static let words: [String: CustomerWord] = [
      "clerk_id": .clerk, "under_bp": .under, "over_bp": .over, "credit_limit": .limit,
      "date_meaning": .dateMeaning, "transit_days": .transit,
    ]
  }

  private func listing(_ language: Language, _ offset: Int) -> Listing<Line> {
    Listing(
      id: "customer_history", language: language,
      fields: [
        .init("event", Text("Event", "流水", "流水")) { Cell("e\($0.event.id)") },
        .init("at", Text("When", "时间", "時間")) { line in
          let at = line.event.at
          let local = String(at.adding(seconds: Int64(offset)).description.prefix(16))
          return Cell(local.replacing("T", with: " "), value: .string(at.description))
        },
        .init("by", Text("Who", "谁", "誰")) { Cell($0.event.login) },
        .init("act", Text("Act", "操作", "操作"), priority: 1) { Cell(id: $0.act, language) },
        .init("field", Text("Field", "项目", "項目")) { line in
          line.word.map { Cell(id: $0, language) } ?? .none
        },
        .init("old", Text("Old", "原来", "原來"), shrinks: true) { Cell(optional: $0.old) },
        .init("new", Text("New", "现在", "現在"), shrinks: true) { Cell(optional: $0.new) },
        .init("line", Text("Typed", "命令", "命令"), priority: 2, shrinks: true) { Cell($0.event.line) },
      ])
  }
}

extension EventChange.Act: Worded {
  var words: Text {
    switch self {
    case .insert: Text("added", "新增", "新增")
    case .update: Text("changed", "改", "改")
    case .delete: Text("taken away", "删除", "刪除")
    case .refigure: Text("computed anew", "重算", "重算")
    }
  }
}

import ArgumentParser
import Gendan
import GendanOutput

/// The rules that may refuse a command, and who may override each with a reason.
struct GateList: BookCommand {
  static let sheet = CommandSheet(
    id: "gate.list", word: "gates", chinese: ["关卡", "關卡"],
    about: Text("the rules that may refuse", "会拒绝命令的规则", "會拒絕命令的規則"),
    usage: "", examples: ["gates", "gates --json"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let settings = try desk.read { try $0.settings() }
    return Answer("gates", GateList.listing(settings, desk.language).list(GateID.allCases))
  }

  /// Why a gate is in force, or is not.
  private static func why(_ gate: GateID, _ settings: Settings) -> Text {
    if gate.rule.isFixed { return Text("always", "一直", "一直") }
    if settings.decision(of: gate) != nil { return Text("by setting", "按设置", "按設定") }
    return Text("flow ", "流程 ", "流程 ") + settings.flow.words
  }

  private static func listing(_ settings: Settings, _ language: Language) -> Listing<GateID> {
    let nobody = Text("nobody", "谁也不能", "誰也不能")
    return Listing(
      id: "gates", language: language,
      fields: [
        .init("id", Text("Rule", "规则", "規則")) { Cell($0.rawValue) },
        .init("about", Text("What it protects", "保证", "保證"), shrinks: true) { Cell($0.words[language]) },
        .init("in_force", Text("In force", "有效", "有效")) {
          Cell(flag: settings.isInForce($0), language)
        },
        .init("why", Text("Because", "因为", "因為"), priority: 2) { Cell(why($0, settings)[language]) },
        .init("requirements", Text("Requirement", "要求", "要求"), priority: 1) { gate in
          Cell(
            gate.rule.requirements.joined(separator: " "),
            value: .array(gate.rule.requirements.map { .string($0) }))
        },
        .init("override", Text("Override by", "可越过", "可越過")) { gate in
          gate.rule.overridableBy.map { Cell(id: $0, language) } ?? Cell(nobody[language], value: .null)
        },
      ])
  }
}

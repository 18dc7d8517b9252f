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
    Answer("gates", GateList.listing(desk.language).list(GateID.allCases))
  }

  private static func listing(_ language: Language) -> Listing<GateID> {
    let nobody = Text("nobody", "谁也不能", "誰也不能")
    return Listing(
      id: "gates", language: language,
      fields: [
        .init("id", Text("Rule", "规则", "規則")) { Cell($0.rawValue) },
        .init("about", Text("What it protects", "保证", "保證"), shrinks: true) { Cell($0.words[language]) },
        .init("requirement", Text("Requirement", "要求", "要求"), priority: 1) { Cell($0.requirement) },
        .init("override", Text("Override by", "可越过", "可越過")) { gate in
          gate.overridableBy.map { Cell(id: $0, language) } ?? Cell(nobody[language], value: .null)
        },
      ])
  }
}

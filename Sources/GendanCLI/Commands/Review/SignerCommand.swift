import ArgumentParser
import Gendan
import GendanOutput

/// `signer`: who must sign what, and when.
struct SignerCommand: NounCommand {
  static let word = "signer"
  static let chinese = ["会签人", "會簽人"]
  static let about = Text("who signs what", "谁会签什么", "誰會簽什麼")
  static let verbs: [any BookCommand.Type] = [SignerList.self, SignerAdd.self, SignerRemove.self]
}

/// The signer matrix.
struct SignerList: BookCommand {
  static let sheet = CommandSheet(
    id: "signer.list", word: "list", chinese: ["列表"],
    about: Text("list who signs", "列出会签规则", "列出會簽規則"), usage: "", examples: ["signer list"],
    part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      Answer("signers", Self.listing(desk.language).list(try SignerRule.all(in: reading.db)))
    }
  }

  private static func listing(_ language: Language) -> Listing<SignerRule> {
    Listing(
      id: "signers", language: language,
      fields: [
        .init("subject", Text("Of", "单据", "單據")) { Cell(id: $0.subject, language) },
        .init("step", Text("Step", "顺序", "順序"), .trailing) { Cell(number: $0.step) },
        .init("role", Text("Role", "角色", "角色")) { Cell(id: $0.role, language) },
        .init("condition", Text("When", "条件", "條件")) { Cell(id: $0.condition, language) },
      ])
  }
}

/// What names a rule: what is signed, who signs, and when.
private struct SignerWords {
  let subject: ApprovalSubject
  let role: Role
  let condition: SignerCondition

  init(_ words: [String], try example: String) throws {
    guard words.count == 2 || words.count == 3 else {
      throw Complaint.missing(
        Text("what is signed, and who signs", "单据和会签人", "單據和會簽人"), try: example, "gendan signer list")
    }
    subject = try Spelling.read(words[0], as: Text("document", "单据", "單據"))
    role = try Spelling.read(words[1], as: UserWord.role.words)
    condition = try words.count == 3 ? Spelling.read(words[2], as: Text("condition", "条件", "條件")) : .always
  }

  func rule(step: Int) -> SignerRule { SignerRule(subject, step: step, role, condition) }

  var words: Text { subject.words + " " + role.words + ", " + condition.words }
}

/// Adds a line to the matrix.
struct SignerAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "signer.add", word: "add", chinese: ["新增"],
    about: Text("somebody must sign", "增加会签人", "增加會簽人"),
    usage: "order|quote|production ROLE [always|amount|prepayment|commission|special] [--step N]",
    examples: ["signer add order finance --step 2", "signer add order gm amount --step 3"], part: .admin,
    right: .supervise)

  @Argument var words: [String] = []
  @Option var step: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let named = try SignerWords(words, try: "gendan signer add order finance")
    guard let step = Int(folded(step ?? "1")), 1...9 ~= step else {
      throw Complaint(
        .usage, Text("--step is a number from 1 to 9", "--step 是 1 到 9 的数", "--step 是 1 到 9 的數"),
        try: "--step 2")
    }
    return try desk.write { writing, answer in
      try writing.add(named.rule(step: step))
      answer.echo = [named.words + Text(", step \(step)", ", 第 \(step) 步", ", 第 \(step) 步")]
    }
  }
}

/// Takes a line from the matrix.
struct SignerRemove: BookCommand {
  static let sheet = CommandSheet(
    id: "signer.remove", word: "remove", chinese: ["取消"],
    about: Text("somebody need not sign", "取消会签人", "取消會簽人"),
    usage: "order|quote|production ROLE [CONDITION]", examples: ["signer remove order finance"], part: .admin,
    right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let named = try SignerWords(words, try: "gendan signer remove order finance")
    return try desk.write { writing, answer in
      try writing.remove(named.rule(step: 1))
      answer.echo = [named.words + Text(" taken away", " 已取消", " 已取消")]
    }
  }
}

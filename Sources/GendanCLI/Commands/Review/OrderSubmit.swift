import ArgumentParser
import Gendan

/// Hands an order in for signatures (R-095, R-099, R-101).
struct OrderSubmit: BookCommand {
  static let sheet = CommandSheet(
    id: "order.submit", word: "submit", chinese: ["送审", "送審"],
    about: Text("hand an order in for signatures", "提交评审", "提交評審"), usage: "REF… [TEXT]",
    examples: ["submit 118"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words) { act in
      let trail = try act.writing.submitForReview(
        act.order, note: act.rest.joined(separator: " ").filledText)
      return trail.awaited.isEmpty
        ? Text("approved, nobody must sign", "已批准, 无需会签", "已核准, 無需會簽")
        : Text("in review, to sign: ", "已送审, 待签: ", "已送審, 待簽: ") + trail.signersText
    }
  }
}

/// Signs orders as the person who acts (R-097, R-100).
struct OrderSign: BookCommand {
  static let sheet = CommandSheet(
    id: "order.sign", word: "sign", chinese: ["签", "簽"],
    about: Text("sign orders", "会签", "會簽"), usage: "REF… [--role ROLE] [--note TEXT]",
    examples: ["sign 118", "sign 118 --role finance"], part: .supervisor, right: .sign)

  @Argument var words: [String] = []
  @Option var role: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let role: Role? = try role.map { try Spelling.read($0, as: UserWord.role.words) }
    return try desk.act(on: words) { act in
      let signed = try act.writing.sign(act.order, as: role, note: note.filled)
      return signed.trail.signedText(as: signed.role)
    }
  }
}

/// Sends an order back with a reason (R-105).
struct OrderReject: BookCommand {
  static let sheet = CommandSheet(
    id: "order.reject", word: "reject", chinese: ["退回"],
    about: Text("send an order back", "退回订单", "退回訂單"), usage: "REF… --reason TEXT [--role ROLE]",
    examples: ["reject 118 --reason 单价不对"], part: .supervisor, right: .sign)

  @Argument var words: [String] = []
  @Option var role: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.neededReason(
      Text("sending back needs a reason", "退回要写原因", "退回要寫原因"),
      try: "gendan reject \(words.first ?? "118") --reason TEXT")
    let role: Role? = try role.map { try Spelling.read($0, as: UserWord.role.words) }
    return try desk.act(on: words, reason: reason) { act in
      let rejecting = try act.writing.reject(act.order, as: role, reason: reason)
      return Text("sent back by ", "已退回: ", "已退回: ") + rejecting.words + ", \(reason)"
    }
  }
}

extension GlobalOptions {
  /// `--reason`, where the command cannot do without it.
  func neededReason(_ complaint: Text, try example: String) throws -> String {
    guard let reason = reason.filled else { throw Complaint(.usage, complaint, try: example) }
    return reason
  }
}

extension ApprovalTrail {
  /// `salesperson, sales manager, finance`.
  var signersText: Text { awaited.map(\.role.words).joined(", ") }

  /// What a signature came to.
  func signedText(as role: Role) -> Text {
    let signed = Text("signed as ", "已签, 身份 ", "已簽, 身分 ") + role.words
    return signed
      + (awaited.isEmpty
        ? Text("; approved", "; 已批准", "; 已核准")
        : Text("; still to sign: ", "; 待签: ", "; 待簽: ") + signersText)
      + (sameSigners.isEmpty ? Text(verbatim: "") : Text("; same signer", "; 同一人多签", "; 同一人多簽"))
  }
}

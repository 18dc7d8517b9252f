import ArgumentParser
import Gendan

/// Hands an order in for signatures.
struct OrderSubmit: BookCommand {
  static let sheet = CommandSheet(
    id: "order.submit", word: "submit", chinese: ["送审", "送審"],
    about: Text("hand an order in for signatures", "提交评审", "提交評審"), usage: "REF… [TEXT]",
    examples: ["submit 118"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words, withText: true) { act in
      let trail = try act.writing.submitForReview(
        act.order, note: act.rest.joined(separator: " ").filledText)
      return trail.awaited.isEmpty
        ? Text("approved, nobody must sign", "已批准, 无需会签", "已核准, 無需會簽")
        : Text("in review, to sign: ", "已送审, 待签: ", "已送審, 待簽: ") + trail.signersText
    }
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

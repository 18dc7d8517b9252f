import Gendan

/// Asks for what a command cannot do without and its line does not say, and ends with the whole line.
struct LineWizard {
  private let sheet: CommandSheet
  private let desk: Desk
  private let wizard: Wizard
  private let missing: [UsageWord]

  /// nil where nobody can be asked, where nothing that is needed is missing, or where what was typed is not what
  /// belongs there, which is to be said first; `typed` are the words after the command. A rule may be what was not
  /// kept for want of options that the usage asks for: a customer without its six fields.
  init?(_ sheet: CommandSheet, _ typed: [String], after complaint: Complaint, at desk: Desk) {
    var missing = UsageWord.missing(in: typed, of: sheet.usage)
    let usage = UsageLine(sheet.usage)
    if let option = complaint.asks, !typed.contains(where: { $0.prefix { $0 != "=" } == option }) {
      missing.append(UsageWord(option: option, token: usage.options[option] ?? ""))
    }
    let isAsked =
      complaint.code == .usage || complaint.code == .refused && missing.contains { $0.option != nil }
    guard isAsked, !missing.isEmpty, let wizard = Wizard(desk, after: typed) else { return nil }
    self.sheet = sheet
    self.desk = desk
    self.wizard = wizard
    self.missing = missing
    for (place, word) in usage.filling(typed).enumerated() where word != "-" {
      guard let slot = Self.only(usage.slots(at: place, of: sheet.id)) else { continue }
      do {
        _ = try desk.read { try meaning(of: word, as: slot, in: $0) }
      } catch {
        return nil
      }
    }
  }

  /// The one kind of thing that may stand somewhere; nil where the command finds out which of several it is.
  private static func only(_ slots: [CompletionSlot]) -> CompletionSlot? {
    slots.count == 1 ? slots.first : nil
  }

  /// The words that were missing, as the person has answered and agreed to; `line` is what was typed.
  func words(after line: [String]) throws -> [String] {
    let questions = missing.map { word -> Wizard.Asking in { _ in prompt(word) } }
    var answers: [String] = []
    while true {
      answers = try wizard.answers(to: questions, keeping: answers)
      let words = zip(missing, answers).flatMap { word, answer in (word.option.map { [$0] } ?? []) + [answer]
      }
      switch try wizard.isRight([Text(verbatim: "gendan " + Program.line(line + words))]) {
      case true?: return words
      case false?: throw Complaint(.cancelled, Text("nothing was changed", "什么也没改", "什麼也沒改"))
      case nil: continue
      }
    }
  }

  private func prompt(_ word: UsageWord) -> Prompt {
    let slots =
      word.option.map { UsageLine(sheet.usage).slots(of: $0, of: sheet.id) }
      ?? CompletionSlot.reading(word.token, of: sheet.id)
    let label = word.option.flatMap { OptionWords.words($0, of: sheet.id) } ?? word.words
    return Prompt(label, option: word.option, isNeeded: true, slot: slots.first) { text in
      if word.token.hasPrefix("QTY=") && FieldValue(text) == nil {
        throw Complaint.missing(word.words, try: "200=4/3")
      }
      if word.isNumber, !folded(text).contains(where: { $0.isASCII && $0.isNumber }) {
        throw NumberError.notANumber(text)
      }
      guard let slot = Self.only(slots) else { return .init(value: text) }
      return .init(value: text, echo: try desk.read { try meaning(of: text, as: slot, in: $0) })
    }
  }

  /// What a text stands for, where the slot tells what it must be; throws where it is nothing of the kind.
  private func meaning(of text: String, as slot: CompletionSlot, in reading: Reading) throws -> Text? {
    switch slot {
    case .orders:
      let orders = try desk.references(only: [text], in: reading).map(\.order)
      return orders.map { Text(verbatim: "\($0.no) \($0.customer)") }.joined(", ")
    case .customers:
      let customer = try Customer.named(text, in: reading.db)
      return Text(verbatim: "\(customer.code) \(customer.name)")
    case .products:
      let product = try Product.named(text, in: reading.db)
      return Text(verbatim: "\(product.code) \(product.name)")
    case .users: return Text(verbatim: try User.named(text, in: reading.db).name)
    case .dates:
      // Whether it lies ahead or behind, the command knows.
      do {
        return try desk.dateWords(reading).echo(desk.day(text, .plan, in: reading))
      } catch {
        return try desk.dateWords(reading).echo(desk.day(text, .fact, in: reading))
      }
    case .kinds(let kinds):
      guard let kind = kinds.first(where: { $0.isCalled(text) }) else {
        throw Complaint(
          .usage, Text("no kind \"\(text)\"", "没有类别 \"\(text)\"", "沒有類別 \"\(text)\""),
          facts: [
            Text("known: ", "可用: ", "可用: ")
              + kinds.map { Text($0.id, $0.words.simplified, $0.words.traditional) }.joined(", ")
          ])
      }
      return kind.words
    case .departments: return Text(verbatim: try Department.named(text, in: reading.db).name)
    default: return nil
    }
  }
}

/// A word that a usage line asks for, or an option with its value.
struct UsageWord {
  /// The option that it follows; nil for a word of the line.
  let option: String?
  /// How the usage calls it: `DATE`.
  let token: String

  /// What the words of a line leave out of what the first form of a usage needs: what stands in brackets is not
  /// needed, and words fill the places in their order.
  static func missing(in typed: [String], of usage: String) -> [UsageWord] {
    let places = UsageLine(usage).filling(typed).count
    let needed = needed(usage)
    let words = needed.filter { $0.option == nil }.dropFirst(places)
    func isTyped(_ option: String) -> Bool { typed.contains { $0 == option || $0.hasPrefix(option + "=") } }
    return words + needed.filter { word in word.option.map { !isTyped($0) } ?? false }
  }

  private static func needed(_ usage: String) -> [UsageWord] {
    var needed: [UsageWord] = []
    var depth = 0
    var option: String?
    for word in usage.split(separator: " ").map(String.init) {
      if word == "|" && depth == 0 { break }
      let isOptional = depth > 0 || word.hasPrefix("[")
      depth += word.count { $0 == "[" } - word.count { $0 == "]" }
      if isOptional {
        option = nil
      } else if word.hasPrefix("-") {
        option = word
      } else {
        needed.append(UsageWord(option: option, token: word))
        option = nil
      }
    }
    return needed
  }

  /// Whether a number stands there.
  var isNumber: Bool { ["QTY", "QUANTITY", "N", "AMOUNT", "PRICE"].contains(token) }

  /// What is asked for, in words; the usage's own word where there is no better one.
  var words: Text {
    let name = token.split { "[]…|.=/@".contains($0) }.first.map(String.init) ?? token
    return switch name {
    case "REF", "ORDER", "NO": OrderField.no.words
    case "MO", "PRODUCTION-ORDER", "INTO-MO": Noun.production.words
    case "QTY" where token.hasPrefix("QTY="):
      Text("quantity=date, as 200=4/3", "数量=日期, 如 200=4/3", "數量=日期, 如 200=4/3")
    case "CUSTOMER": Noun.customer.words
    case "PRODUCT": Noun.product.words
    case "QTY", "QUANTITY", "N": OrderField.qty.words
    case "DATE", "DAY": Text("date", "日期", "日期")
    case "START": Text("from", "从哪天", "從哪天")
    case "FINISH": Text("until", "到哪天", "到哪天")
    case "STEP": Noun.step.words
    case "DEPARTMENT", "DEPT": Noun.department.words
    case "TEXT": Text("what", "内容", "內容")
    case "KIND": Text("kind", "类别", "類別")
    case "AMOUNT", "PRICE": OrderField.amount.words
    case "NAME": Text("name", "名称", "名稱")
    case "CODE": Text("code", "编号", "編號")
    case "FIELD": Text("field=value", "字段=值", "欄位=值")
    case "FILE": Text("file", "文件", "檔案")
    default: Text(verbatim: token)
    }
  }
}

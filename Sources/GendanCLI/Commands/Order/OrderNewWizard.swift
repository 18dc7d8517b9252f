import Gendan

/// Asks for an order, with what the customer ordered last as defaults, and ends with the line that says the same.
struct OrderNewWizard {
  private let desk: Desk
  private let wizard: Wizard

  /// nil where nobody can be asked.
  init?(_ desk: Desk) {
    guard let wizard = Wizard(desk) else { return nil }
    self.desk = desk
    self.wizard = wizard
  }

  /// The words of `new` that the person has answered and agreed to.
  func words() throws -> [String] {
    let questions = questions
    var answers: [String] = []
    while true {
      answers = try wizard.answers(to: questions, keeping: answers)
      let words = try Self.words(answers, questions)
      let line = Program.line(["new"] + words)
      switch try wizard.isRight([Text(verbatim: "gendan " + line)]) {
      case true?: return words
      case false?: throw Complaint(.cancelled, Text("nothing was changed", "什么也没改", "什麼也沒改"))
      case nil: continue
      }
    }
  }

  private static func words(_ answers: [String], _ questions: [Wizard.Asking]) throws -> [String] {
    var words: [String] = []
    var options: [String] = []
    for (place, answer) in answers.enumerated() where !answer.isEmpty {
      let question = try questions[place](answers)
      if let option = question.option { options += [option, answer] } else { words.append(answer) }
    }
    return words + options
  }

  private var questions: [Wizard.Asking] {
    [
      { _ in
        Prompt(OrderField.customer.words, isNeeded: true, slot: .customers) { text in
          try desk.read { reading in
            let customer = try Customer.named(text, in: reading.db)
            return .init(value: customer.code, echo: Text(verbatim: "\(customer.code) \(customer.name)"))
          }
        }
      },
      { answers in
        Prompt(
          OrderField.product.words, standard: try last(answers)?.product, isNeeded: true, slot: .products
        ) { text in
          try desk.read { reading in
            let product = try Product.named(text, in: reading.db)
            return .init(value: product.code, echo: Text(verbatim: "\(product.code) \(product.name)"))
          }
        }
      },
      { answers in
        Prompt(OrderField.qty.words, standard: try last(answers)?.quantity, isNeeded: true) { text in
          try desk.read { reading in
            let product = try Product.named(answers[1], in: reading.db)
            return .init(
              value: text, echo: try TypedQuantity(text, of: product, in: reading).conversion)
          }
        }
      },
      { answers in
        Prompt(OrderField.price.words, option: "--price", standard: try last(answers)?.price) { text in
          _ = try OrderNew.price(text)
          return .init(value: text)
        }
      },
      { _ in
        date(
          Text("Customer wants it on", "客户要求的交期", "客戶要求的交期"), option: "--want")
      },
      { _ in date(Text("We promise", "我们答复的交期", "我們答覆的交期"), option: "--promise") },
      { answers in
        Prompt(OrderField.po.words, option: "--po") { text in
          try desk.read { reading in
            let known = try Order.customerPO(text, in: reading.db).first
            return .init(
              value: text,
              echo: known.map { Text("\($0.no) has it too", "\($0.no) 也是这个号", "\($0.no) 也是這個號") })
          }
        }
      },
    ]
  }

  private func date(_ label: Text, option: String) -> Prompt {
    Prompt(label, option: option, slot: .dates) { text in
      try desk.read { reading in
        let day = try desk.day(text, .plan, in: reading)
        return .init(value: day.description, echo: try desk.dateWords(reading).echo(day))
      }
    }
  }

  /// What the customer ordered last: of the product, where one is named.
  private func last(_ answers: [String]) throws -> PastLine? {
    try desk.read { reading in
      let customer = try Customer.named(answers[0], in: reading.db)
      let product = try answers.count > 1 ? Product.named(answers[1], in: reading.db) : nil
      return try PastLine.last(of: customer.id, product?.id, in: reading.db)
    }
  }
}

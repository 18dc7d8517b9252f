import Gendan

extension OrderPage {
  /// What is not settled of the order, and how far each delay case has come.
  var troubleFacts: [Fact] {
    sections.problems.filter(\.isOpen).map { problem in
      let place = [problem.step, problem.department].compactMap { $0 }.joined(separator: ", ")
      var text = Text(verbatim: problem.no + "  ") + problem.kind.words
      text = text + (place.isEmpty ? "" : " (\(place))") + "  \(problem.text)  " + problem.state.words
      if let until = problem.untilOn {
        text = text + Text(", until ", ", 预计到 ", ", 預計到 ") + dates.short(until)
      }
      return (Noun.problem.heading, text)
    }
      + sections.delays.map { delay in
        let days =
          delay.newOn.map { "\(dates.short(delay.dueOn)) -> \(dates.short($0))" } ?? dates.short(delay.dueOn)
        return (Noun.delay.heading, Text(verbatim: "\(delay.no)  \(days)  ") + delay.standing)
      }
  }
}

import Gendan

extension Gendan.Task {
  /// The line that settles it; words in capitals are the person's to fill in, as in a usage line.
  var remedy: String {
    // Where it is about a paper of its own, that has a number too.
    let numbers = [about, text].compactMap { $0.split(separator: " ").first.map(String.init) }
    let number = numbers.first { $0.first?.isLetter == true && Reference($0) != nil } ?? no
    return switch reminder {
    case .changeUnacknowledged, .unacknowledged: "ack \(no)"
    case .replyDue: "reply \(no)"
    case .enquiryUnanswered: "enquiry answer \(no)"
    case .unpromised: "promise \(no) DATE"
    case .chaseDue: "chase \(no) TEXT --next DATE"
    case .monthlyUnsubmitted: "report monthly --submit"
    case .ownDue: "remind done \(no)"
    case .contactDue: "contact done \(no) TEXT"
    case .customerFlagged: "contact log \(no) TEXT"
    case .returnCallDue: "contact log \(no) TEXT --kind service"
    case .nearDue: "why \(no)"
    case .staleProduction: "progress \(no) STEP QTY"
    case .arrivalUnconfirmed: "arrive \(no)"
    case .sampleUnanswered, .firstRunUnanswered: "sample answer \(number) approved"
    case .sampleUnreturned: "sample return \(number)"
    case .claimUnconfirmed: "payment confirm \(number)"
    case .balanceUnasked: "payment request \(no)"
    case .paidUnshipped: "ship \(no)"
    case .receivableDue, .receivableOverdue: "pay \(no) AMOUNT"
    case .questionOpen: "answer \(no) TEXT"
    case .startStarved: "problem list \(no)"
    case .problemOverdue: "problem until \(number) DATE --reason TEXT"
    case .problemOpen: "problem remedy \(number) TEXT"
    case .remedyDue: "problem done \(number)"
    case .delayUnexplained: "delay cause \(number) KIND TEXT"
    case .delayUntold: "delay told \(number)"
    case .delayUnclosed: "delay close \(number)"
    case .planWeekUnsettled: "plan settle week"
    case .planDayUnsettled: "plan settle day"
    case .scheduleUnanswered: "plan reply \(number) START FINISH"
    case .finishedUndecided: "decide \(no) ship"
    }
  }
}

import Gendan

extension ProblemState: Worded {
  var words: Text {
    switch self {
    case .open: Text("open", "待查原因", "待查原因")
    case .explained: Text("cause known", "已查明", "已查明")
    case .remedied: Text("remedied", "有对策", "有對策")
    case .closed: Text("closed", "已关闭", "已關閉")
    }
  }
}

extension FaultSide: Worded {
  var words: Text {
    switch self {
    case .own: HoldSide.own.words
    case .customer: Noun.customer.words
    case .supplier: Text("supplier", "供应商", "供應商")
    case .forceMajeure: Text("force majeure", "不可抗力", "不可抗力")
    }
  }
}

extension DelayStage: Worded {
  var words: Text {
    switch self {
    case .found: Text("found", "发现", "發現")
    case .reported: Text("reported", "上报部门", "上報部門")
    case .explained: Text("explained", "原因和新交期", "原因和新交期")
    case .told: Text("customer told", "告知客户", "告知客戶")
    case .closed: Text("fed back", "反馈主管", "回報主管")
    }
  }

  /// What the case waits for.
  var awaited: Text {
    switch self {
    case .found, .reported: Text("no department has given the cause", "部门还没说明原因", "部門還沒說明原因")
    case .explained: Text("the customer has not agreed to anything", "客户还没同意", "客戶還沒同意")
    case .told: Text("it was not fed back to the supervisor", "还没反馈给主管", "還沒回報給主管")
    case .closed: Text("the case has ended", "已结束", "已結束")
    }
  }

  /// The command of the next step.
  func next(_ no: String) -> String {
    switch self {
    case .found, .reported: "gendan delay cause \(no) KIND TEXT --dept DEPARTMENT --new DATE"
    case .explained: "gendan delay told \(no) --accept DATE --told WHO"
    case .told: "gendan delay close \(no)"
    case .closed: "gendan delay report \(no)"
    }
  }

  /// Who has to take the next step; nil where nobody has.
  var turn: Text? {
    switch self {
    case .found, .reported: Noun.department.words
    case .explained: Role.clerk.words
    case .told: Role.supervisor.words
    case .closed: nil
    }
  }
}

extension DelayReply: Worded {
  var words: Text {
    switch self {
    case .accepted: Text("accepted", "接受", "接受")
    case .kept: Text("kept", "坚持原交期", "堅持原交期")
    case .split: Text("split", "分批交货", "分批交貨")
    case .refused: Text("refused", "不接受", "不接受")
    }
  }
}

import ArgumentParser

/// `customer`: who orders.
struct CustomerCommand: NounCommand {
  static let word = "customer"
  static let chinese = ["客户", "客戶"]
  static let about = Text("customers", "客户资料", "客戶資料")
  static let verbs: [any BookCommand.Type] = [
    CustomerAdd.self, CustomerList.self, CustomerShow.self, CustomerSet.self, CustomerHistory.self,
    CustomerBalance.self,
  ]
}

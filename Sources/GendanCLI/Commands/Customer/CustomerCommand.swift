import ArgumentParser

/// `customer`: who orders, or may.
struct CustomerCommand: NounCommand {
  static let word = "customer"
  static let chinese = ["客户", "客戶"]
  static let about = Text("customers", "客户资料", "客戶資料")
  static let verbs: [any BookCommand.Type] = [
    CustomerAdd.self, CustomerList.self, CustomerShow.self, CustomerSet.self, CustomerHistory.self,
    CustomerBalance.self,
    CustomerBook.self,
    CustomerCopyOut.self,
    CustomerFlag.self,
    CustomerProspects.self,
    CustomerSilent.self,
  ]
}

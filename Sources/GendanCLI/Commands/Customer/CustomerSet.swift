import ArgumentParser
import Gendan

/// Changes a customer's data; the old values stay in its history.
struct CustomerSet: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.set", word: "set", chinese: ["改"],
    about: Text("change a customer", "改客户资料", "改客戶資料"),
    usage: "NAME FIELD=VALUE…",
    examples: [
      "customer set C-0001 phone=0574-86001234", "customer set 宏达 class=key over=3%",
      "customer set C-0001 limit=50000",
      "customer set 宏达 电话=0574-86001234 传真=",
    ], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan customer set C-0001 phone=0574-86001234")
    return try desk.write { writing, answer in
      let old = try Customer.named(name, in: writing.db)
      var entry = CustomerEntry()
      for value in values { try entry.put(try value.key(), value.value, in: writing) }
      let change = entry.differing(from: old)
      try writing.set(customer: old.code, change.fields, change.terms)
      let new = try Customer.named(old.code, in: writing.db)
      answer.warnings = Complaint.unread(terms: change.fields[.terms])
      answer.echo = [CustomerSet.echo(old, new).line("\(new.code) \(new.name)")]
    }
  }

  private static func echo(_ old: Customer, _ new: Customer) -> FieldEcho {
    var echo = FieldEcho()
    for field in CustomerField.allCases { echo.add(field.words, old.fields[field], new.fields[field]) }
    echo.add(CustomerWord.clerk.words, old.clerk, new.clerk)
    echo.add(CustomerWord.under.words, Percent.text(old.underTolerance), Percent.text(new.underTolerance))
    echo.add(CustomerWord.over.words, Percent.text(old.overTolerance), Percent.text(new.overTolerance))
    echo.add(
      CustomerWord.limit.words, old.creditLimit.map(Amount.text), new.creditLimit.map(Amount.text))
    echo.add(
      CustomerWord.transit.words, DateWords.days(old.transitDays), DateWords.days(new.transitDays))
    echo.add(CustomerWord.dateMeaning.words, old.dateMeaning.words, new.dateMeaning.words)
    return echo
  }
}

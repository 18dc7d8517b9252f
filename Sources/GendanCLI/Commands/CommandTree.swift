import ArgumentParser

/// The root of the command line; every command is registered here once.
struct GendanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gendan", abstract: "Follow customers' orders from the desk to the door.",
    subcommands: verbs.map { $0 as any ParsableCommand.Type } + nouns.map { $0 as any ParsableCommand.Type },
    helpNames: [])

  /// Daily verbs on orders, and the administration's words. Each behind a closure: to name a type is to
  /// make the tables of its conformances, and a line of words is about one command.
  private static let daily: [@Sendable () -> any BookCommand.Type] = [
    { OrderToday.self },
    { OrderNext.self },
    { DayClose.self },
    { OrderInbox.self },
    { OrderListCommand.self },
    { OrderFind.self },
    { OrderShow.self },
    { OrderWhere.self },
    { OrderSheet.self },
    { OrderNew.self },
    { ImportFile.self },
    { OrderSet.self },
    { OrderEdit.self },
    { OrderSplit.self },
    { OrderCancel.self },
    { OrderHold.self },
    { OrderResume.self },
    { WorkRelease.self },
    { StepStart.self },
    { StepProgress.self },
    { StepDone.self },
    { OrderChase.self },
    { OrderNote.self },
    { OrderPromise.self },
    { QuestionAsk.self },
    { QuestionAnswer.self },
    { OrderReply.self },
    { OrderConfirm.self },
    { OrderSubmit.self },
    { ReviewSign.self },
    { ReviewReject.self },
    { OrderAmend.self },
    { OrderUnsigned.self },
    { OrderAssign.self },
    { OrderDecide.self },
    { ShipAdd.self },
    { ShipArrive.self },
    { OrderClose.self },
    { EventLog.self },
    { EventUndo.self },
    { DocumentAdd.self },
    { EventRedo.self },
    { ReportOverdue.self },
    { ReportRisk.self },
    { ReportBoard.self },
    { ReportTracking.self },
    { ReportPrint.self },
    { ReportUnshipped.self },
    { ReportWorkshops.self },
    { OrderWhy.self },
    { OrderGantt.self },
    { PlanAffects.self },
    { WorkStale.self },
    { ReportOnTime.self },
    { ReportTimely.self },
    { ReportRegister.self },
    { Morning.self },
    { BookInit.self },
    { BookDemo.self },
    { ExportTable.self },
    { BookCheck.self },
    { BookBackup.self },
    { BookRestore.self },
    { BookDoctor.self },
    { GateList.self },
    { ReminderList.self },
    { HelpCommand.self },
    { ExplainField.self },
    { CompletionCommand.self },
    { ManualCommand.self },
    { BatchCommand.self },
    { ShellCommand.self },
    { NoticeAcknowledge.self },
    { PaymentAdd.self },
  ]

  /// The types of `daily`.
  static var verbs: [any BookCommand.Type] { daily.map { $0() } }

  /// Everything that is not an order: noun, then verb.
  static let nouns: [any NounCommand.Type] = [
    LineCommand.self,
    CustomerCommand.self,
    ProductCommand.self,
    RouteCommand.self,
    UserCommand.self,
    DepartmentCommand.self,
    CalendarCommand.self,
    SettingCommand.self,
    SignerCommand.self,
    ReviewCommand.self,
    WorkCommand.self,
    StepCommand.self,
    ProfileCommand.self,
    SampleCommand.self,
    DocumentCommand.self,
    StockCommand.self,
    ShipmentCommand.self,
    NoticeCommand.self,
    QuestionCommand.self,
    PaymentCommand.self,
    EnquiryCommand.self,
    QuoteCommand.self,
    PriceCommand.self,
    ContactCommand.self,
    RegionCommand.self,
    PlanCommand.self,
    WhatIfCommand.self,
    ForecastCommand.self,
    ResourceCommand.self,
    ProblemCommand.self,
    DelayCommand.self,
    RemindCommand.self,
    DayCommand.self,
    ViewCommand.self,
    ConfigCommand.self,
    AliasCommand.self,
    ReportCommand.self,
  ]

  /// The sheets of all commands, nouns' verbs included.
  static var sheets: [CommandSheet] {
    verbs.map { $0.sheet } + nouns.flatMap { noun in noun.verbs.map { $0.sheet } }
  }

  /// The first daily verb whose sheet is the wanted one.
  static func verb(_ isWanted: (CommandSheet) -> Bool) -> (any BookCommand.Type)? {
    daily.lazy.map { $0() }.first { isWanted($0.sheet) }
  }

  /// The command with an id, and how many words name it: a verb, or a noun and a verb.
  static func command(_ id: String) -> (type: any BookCommand.Type, depth: Int)? {
    if let verb = verb({ $0.id == id }) { return (verb, 1) }
    return nouns.lazy.flatMap { $0.verbs }.first { $0.sheet.id == id }.map { ($0, 2) }
  }

  /// The sheet of a command id.
  static func sheet(_ id: String) -> CommandSheet? { command(id)?.type.sheet }
}

/// A noun that groups verbs, such as `customer`.
protocol NounCommand: ParsableCommand {
  static var word: String { get }
  static var chinese: [String] { get }
  static var about: Text { get }
  static var verbs: [any BookCommand.Type] { get }
  /// The verb that is meant where an order follows the noun alone: `problem 118` is `problem add 118`.
  static var ofOrder: String? { get }
  /// The verb that is meant where a name follows the noun alone: `report 周报` is `report show 周报`.
  static var ofName: String? { get }
}

extension NounCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: word, abstract: about.english,
      subcommands: verbs.map { $0 as any ParsableCommand.Type }, helpNames: [], aliases: chinese)
  }
  static var words: [String] { [word] + chinese }
  static var ofOrder: String? { nil }
  static var ofName: String? { nil }
}

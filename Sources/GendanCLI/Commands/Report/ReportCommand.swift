import ArgumentParser
import Gendan
import GendanOutput

/// `report`: what is handed in, printed and mailed, and what people made of it (P1 to P17, P29).
struct ReportCommand: NounCommand {
  static let word = "report"
  static let chinese = ["报表", "報表"]
  static let about = Text("reports for the day, the month, the manager", "日报 月报 及各种报表", "日報 月報 及各種報表")
  static let verbs: [any BookCommand.Type] = [
    ReportDaily.self, ReportDayProgress.self, ReportReview.self, ReportProgress.self, ReportSales.self,
    ReportTenDays.self, ReportMonthly.self, ReportNearDue.self, ReportKeyFigures.self, ReportNoon.self,
    ReportNextDay.self, ReportSlips.self,
    ReportDelays.self, ReportLoad.self, ReportLeadTime.self, ReportStatistics.self, ReportWork.self,
    ReportList.self, ReportShow.self, ReportSave.self,
    ReportRemove.self,
  ]
  static let ofName: String? = "show"
}

import Gendan
import GendanOutput

extension WorkPage {
  /// From when until when production said it makes it, each time.
  var commitmentTable: Table {
    Listing<Commitment>(
      id: "replies", language: desk.language,
      fields: [
        .init("start", Text("Start", "开工", "開工")) { day($0.startOn) },
        .init("finish", Text("Finish", "完工", "完工")) { day($0.finishOn) },
        .init("note", OrderField.note.words, shrinks: true) { Cell(optional: $0.note) },
        .init("at", Text("Answered", "答复", "答覆")) { time($0.at) },
        .init("by", Text("By", "记录人", "記錄人"), priority: 1) { Cell($0.by) },
      ]
    ).table(commitments)
  }

  /// How often the workshop was urged, and for when.
  var urgeTable: Table {
    Listing<Urge>(
      id: "urges", language: desk.language,
      fields: [
        .init("from", Text("Was", "原日期", "原日期")) { day($0.fromOn) },
        .init("to", Text("Wanted", "要求", "要求")) { day($0.toOn) },
        .init("reason", Text("Reason", "原因", "原因"), shrinks: true) { Cell($0.reason) },
        .init("at", Text("Urged", "加急时间", "加急時間")) { time($0.at) },
        .init("by", Text("By", "记录人", "記錄人"), priority: 1) { Cell($0.by) },
      ]
    ).table(urges)
  }

  private func day(_ day: Day?) -> Cell {
    day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
  }

  private func time(_ at: Instant) -> Cell {
    Cell(dates.time(at, utcOffset: desk.utcOffset(at)), value: .string(at.description))
  }
}

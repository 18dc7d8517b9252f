import ArgumentParser
import Gendan

/// Says what a step takes to the minute, and where it can be done.
struct RouteStepCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "route.step", word: "step", chinese: ["工序"],
    about: Text("say what a step takes, and where", "定工序的工时和设备", "定工序的工時和設備"),
    usage: "CODE STEP [--minutes N] [--setup N] [--overlap QTY] [--with RESOURCE[=MINUTES],…]",
    examples: [
      "route step flange 机加 --minutes 2.5 --setup 30 --with CNC1,CNC2=3", "route step flange 机加 --overlap 50",
    ], part: .admin, right: .produce)

  @Argument var words: [String] = []
  @Option var minutes: String?
  @Option var setup: String?
  @Option var overlap: String?
  @Option var with: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan route step flange 机加 --minutes 2.5 --with CNC1"
    guard words.count == 2 else {
      throw Complaint.missing(Noun.route.words + ", " + Noun.step.words, try: example)
    }
    guard minutes != nil || setup != nil || overlap != nil || with != nil else {
      throw Complaint.missing(Text("what it takes", "工时或设备", "工時或設備"), try: example)
    }
    return try desk.write { writing, answer in
      let route = try Route.named(words[0], in: writing.db)
      let step = words[1]
      var capacity =
        route.steps.first { $0.name == step || String($0.seq) == step }?.capacity ?? StepCapacity()
      if let minutes { capacity.minutes = try Self.minutes(minutes) }
      if let setup { capacity.setup = try Self.number(setup, 0...100_000, try: "--setup 30") }
      if let overlap {
        let units = try Self.number(overlap, 0...1_000_000_000, try: "--overlap 50")
        capacity.overlap = units == 0 ? nil : units
      }
      if let with { capacity.places = try Self.places(with, in: writing) }
      try writing.set(capacity, of: step, in: route)
      answer.echo = [
        Text(verbatim: "\(route.code) \(step): ") + (try Self.words(capacity, in: writing))
      ]
    }
  }

  /// `2.5 minutes a piece, 30 to set up, with CNC1 CNC2`.
  static func words(_ capacity: StepCapacity, in reading: Reading) throws -> Text {
    var parts: [Text] = []
    if let minutes = capacity.minutes {
      let time = Decimal.text(minutes, decimals: 2)
      parts.append(Text("\(time) min a unit", "每件 \(time) 分钟", "每件 \(time) 分鐘"))
    }
    if capacity.setup > 0 {
      parts.append(
        Text("\(capacity.setup) min to set up", "准备 \(capacity.setup) 分钟", "準備 \(capacity.setup) 分鐘"))
    }
    if let overlap = capacity.overlap {
      parts.append(Text("handed on after \(overlap)", "每 \(overlap) 件转下道", "每 \(overlap) 件轉下道"))
    }
    let known = try Resource.codes(in: reading.db)
    let places = capacity.places.map { place in
      (known[place.resource] ?? "") + (place.minutes.map { "=" + Decimal.text($0, decimals: 2) } ?? "")
    }
    if !places.isEmpty { parts.append(Text("with ", "设备 ", "設備 ") + places.joined(separator: " ")) }
    return parts.isEmpty ? Text("nothing is known", "未定", "未定") : parts.joined(", ")
  }

  /// A time in minutes of a unit, above zero, as it is kept.
  private static func minutes(_ text: String) throws -> Int64 {
    let minutes = try DecimalText.parse(folded(text), decimals: 2)
    guard 1...10_000_000 ~= minutes else { throw unreadable(text, try: "--minutes 2.5") }
    return minutes
  }

  private static func number(_ text: String, _ range: ClosedRange<Int64>, try example: String) throws -> Int64
  {
    guard let number = Int64(folded(text)), range ~= number else { throw unreadable(text, try: example) }
    return number
  }

  /// `CNC1,CNC2=3`; nothing takes all away.
  private static func places(_ text: String, in reading: Reading) throws -> [StepCapacity.Place] {
    try StepCapacity.places(text, minutes: minutes) { try Resource.named($0, in: reading.db).id }
  }

  private static func unreadable(_ text: String, try example: String) -> Complaint {
    Complaint(
      .usage, Text("\"\(text)\" cannot be read", "\"\(text)\" 看不懂", "\"\(text)\" 看不懂"), try: example)
  }
}

extension StepCapacity {
  /// Reads `CNC1,CNC2=3`, each resource once, with what its name and its time mean.
  static func places(
    _ text: String, minutes: (String) throws -> Int64, resource: (String) throws -> Identifier<Resource>
  ) rethrows -> [Place] {
    var places: [Place] = []
    for part in text.split(whereSeparator: { ",，、".contains($0) }).map(String.init) {
      let typed = FieldValue(part)
      let id = try resource(typed?.field ?? String(part.trimmed))
      guard !places.contains(where: { $0.resource == id }) else { continue }
      places.append(Place(id, minutes: try (typed?.value).map(minutes)))
    }
    return places
  }
}

import ArgumentParser
import Gendan

/// Decides a setting.
struct SettingSet: BookCommand {
  static let sheet = CommandSheet(
    id: "setting.set", word: "set", chinese: ["改"],
    about: Text("decide a setting", "改设置", "改設定"),
    usage: "KEY VALUE",
    examples: [
      "setting set weekly-rest 7", "setting set otd.basis latest", "setting set zone Asia/Shanghai",
    ],
    part: .admin, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 2 else {
      throw Complaint.missing(
        Text("a key and its value", "键和值", "鍵和值"), try: "gendan setting set weekly-rest 6,7",
        "gendan setting list")
    }
    if folded(words[0]).hasPrefix("gate.") { return try decideGate(at: desk) }
    let setting = try SettingSet.setting(words[0])
    let value = try SettingSet.value(words[1], of: setting)
    if setting == .zone { try desk.verify(zone: value) }
    return try desk.write { writing, answer in
      let settings = try writing.settings()
      let old = settings[setting]
      if setting == .flow, let flow = Flow(rawValue: value) {
        try writing.decide(flow)
      } else if old != value || !settings.isDecided(setting) {
        try writing.decide(setting, value)
      }
      var echo = FieldEcho()
      echo.add(setting.words, old, value)
      answer.echo = [
        echo.isEmpty ? Text(verbatim: "\(setting.rawValue) = \(value)") : echo.line(setting.rawValue)
      ]
    }
  }

  /// Switches a gate: `gate.release.deposit off`; `flow` leaves it to the flow again.
  private func decideGate(at desk: Desk) throws -> Answer {
    let name = String(folded(words[0]).dropFirst(5))
    guard let gate = GateID(rawValue: name) else {
      throw BookError.notFound(
        .setting, words[0],
        near: GateID.allCases.filter { !$0.rule.isFixed }.map {
          Candidate(name: "gate." + $0.rawValue, details: [])
        })
    }
    let switched: Switch = try Spelling.read(words[1], as: Text("switch", "开关", "開關"))
    return try desk.write { writing, answer in
      try writing.decide(gate, isInForce: switched.isOn)
      answer.echo = [
        Text(verbatim: "\(words[0]) = ") + switched.words + Text(verbatim: "  ") + gate.words
      ]
    }
  }

  /// What a gate's setting may be.
  private enum Switch: String, CaseIterable, Worded {
    case on, off, flow

    var isOn: Bool? {
      switch self {
      case .on: true
      case .off: false
      case .flow: nil
      }
    }

    var words: Text {
      switch self {
      case .on: Text("on", "开", "開")
      case .off: Text("off", "关", "關")
      case .flow: Text("flow", "按流程", "按流程")
      }
    }
  }

  /// The setting with this key; throws `.notFound` with the nearest.
  private static func setting(_ text: String) throws -> Setting {
    if let setting = Setting(rawValue: folded(text)) { return setting }
    throw BookError.notFound(
      .setting, text, near: Setting.allCases.map { Candidate(name: $0.rawValue, details: []) })
  }

  /// The value as it is kept: letters of numbers and currencies are capitals, a basis is its id.
  private static func value(_ text: String, of setting: Setting) throws -> String {
    switch setting {
    case .zone, .bankAccount, .amendDepartments: String(text.trimmed)
    case .currency, .orderPrefix, .productionPrefix, .shipmentPrefix, .customerPrefix, .samplePrefix,
      .paymentPrefix, .quotePrefix, .enquiryPrefix, .contactPrefix, .problemPrefix, .delayPrefix:
      folded(text).uppercased()
    case .otdBasis: (try Spelling.read(text, as: setting.words) as Basis).rawValue
    case .flow: (try Spelling.read(text, as: setting.words) as Flow).rawValue
    case .weeklyRest, .backdateDays, .graceDays, .nearDueDays, .promiseWithinDays, .arrivalDays, .staleDays,
      .shifts, .replyHours, .acknowledgeHours, .largeAmount, .largeBatch, .sampleDays, .balanceDays,
      .claimDays, .dossier, .returnCallDays, .silentDays, .discountLimits, .delayReportHours,
      .delayStepHours, .planDayHour, .commitmentDays, .riskEnterDays, .riskLeaveDays, .riskWorseDays:
      folded(text)
    }
  }
}

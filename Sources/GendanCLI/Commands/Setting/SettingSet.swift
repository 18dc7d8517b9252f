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
    part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 2 else {
      throw Complaint.missing(
        Text("a key and its value", "键和值", "鍵和值"), try: "gendan setting set weekly-rest 6,7",
        "gendan setting list")
    }
    let setting = try SettingSet.setting(words[0])
    let value = try SettingSet.value(words[1], of: setting)
    if setting == .zone { try desk.verify(zone: value) }
    return try desk.write { writing, answer in
      try writing.require(.supervisor)
      let settings = try writing.settings()
      let old = settings[setting]
      if old != value || !settings.isDecided(setting) { try writing.decide(setting, value) }
      var echo = FieldEcho()
      echo.add(setting.words, old, value)
      answer.echo = [
        echo.isEmpty ? Text(verbatim: "\(setting.rawValue) = \(value)") : echo.line(setting.rawValue)
      ]
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
    case .zone: String(text.trimmed)
    case .currency, .orderPrefix, .productionPrefix, .shipmentPrefix, .customerPrefix:
      folded(text).uppercased()
    case .otdBasis: (try Spelling.read(text, as: setting.words) as Basis).rawValue
    case .weeklyRest, .backdateDays, .graceDays, .nearDueDays, .promiseWithinDays, .arrivalDays, .staleDays:
      folded(text)
    }
  }
}

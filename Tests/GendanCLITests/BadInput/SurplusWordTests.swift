import ArgumentParser
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A word that a command has no place for is refused, never done without; so is a blank that was pasted as it stood.
struct SurplusWordTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("release 0001")
  }

  @Test(arguments: [
    "start 0001 备料 昨天", "next 3 5", "where 0001 0002", "what-if quantity MO2603-0001 900 5",
    "chase 0001 --on a b c",
    "resource add CNC9 name=立加 九号", "customer list --find a b --top", "today 宏达",
    "gantt MO2603-0001 0001 --days 3 …",
    // Behind references and fields, of which there may be many.
    "set 0001 note=a b", "set 0001 SO2603-OOO2 note=x", "line set 0001.1 note=x tomorrow",
    "release 0001 明天", "resume 0001 昨天", "close 0001 乱写", "assign 0001 多余 --to zhaolei", "sign 0001 xx",
    "remind done 0001 xx", "work check 0001 xx", "progress 0001 备料 +10 昨天",
    // Behind the value of an option, where it would go on with the name or the text.
    "customer add 华光 --address 苏州 园区 --contact 陈 --phone 1 --fax 2 --terms 现结",
    "product add ZX-9 轴 --unit 件 套", "note 0001 客户 --kind call 来电",
  ])
  func `a word too many changes nothing`(line: String) throws {
    let before = try desk.dump.text()
    let result = try desk.desk.run(line)
    #expect(result.code == 64, "\(line): \(result)")
    #expect(try desk.dump.text() == before)
  }

  @Test func `the word, and what would be right, are named`() throws {
    let result = try desk.desk.run("start 0001 备料 昨天", lang: "zh-Hans")
    #expect(result.err.contains("多了 \"昨天\""), "\(result.err)")
    #expect(result.err.contains("[--on DATE]"), "\(result.err)")
    // A day is given with its option, which is offered.
    #expect(result.err.contains("--on 昨天"), "\(result.err)")
    #expect(try desk.desk.run("resume 0001 昨天").err.contains("--on 昨天"))
    #expect(try desk.desk.run("progress 0001 备料 10 昨天").err.contains("--on 昨天"))
    #expect(try desk.desk.run("progress 0001 备料 10 昨天的").code == 0)
    #expect(try desk.desk.run("set 0001 note=a b").err.contains("quote a value"))
    #expect(
      try desk.desk.run("customer add 华光 --address 苏州 园区 --contact 陈").err.contains(
        "--address \"苏州 园区\""))
    // A command that takes no words at all tells it in the same way.
    #expect(try desk.desk.run("today 宏达").err.contains("\"宏达\" has no place here"))
  }

  @Test(arguments: [
    "hold 0001 --reason TEXT", "note 0001 内容", "hold 0001 TEXT", "chase 0001 备料 … --next +3d",
    "cancel 0001 --reason=TEXT", "hold 0001 原因", "customer add NAME",
  ])
  func `a blank of an offered line is not what somebody wrote`(line: String) throws {
    let before = try desk.dump.text()
    let result = try desk.desk.run(line)
    #expect(result.code == 64 && result.err.contains("words of your own"), "\(result)")
    #expect(try desk.dump.text() == before)
  }

  @Test(arguments: GendanCommand.sheets.map(\.id))
  func `a command's examples have no word too many, and its usage names its options`(id: String) throws {
    let (type, depth) = try #require(GendanCommand.command(id))
    let usage = UsageLine(type.sheet.usage)
    for example in type.sheet.examples {
      guard case .run(_, let words) = try Dispatch.request(TestDesk.words(example), isTerminal: false)
      else { continue }
      let typed = Array(words.dropFirst(depth))
      let command = try #require(try type.parsed(typed), "\(example)")
      #expect(usage.surplus(of: command.words) == nil, "\(example)")
    }
  }

  @Test func `every option with a value is known as one`() throws {
    let options = try #require(
      try JSON.parse(GlobalOptionsProbe._dumpHelp())["command"]?["arguments"])
    guard case .array(let arguments) = options else { return }
    #expect(arguments.count > 30)
    for argument in arguments {
      guard case .array(let names)? = argument["names"] else { continue }
      for name in names {
        guard case .string(let text)? = name["name"], case .string(let kind)? = name["kind"] else { continue }
        let option = (kind == "long" ? "--" : "-") + text
        // `--json` and `--print` have a value only behind an equals sign.
        if ["--json", "--print"].contains(option) { continue }
        #expect((CompletionSlot.ofGlobal(option) != nil) == (argument["kind"] == "option"), "\(option)")
      }
    }
  }
}

/// A command of nothing but the options that all have.
private struct GlobalOptionsProbe: ParsableCommand {
  @OptionGroup var global: GlobalOptions
}

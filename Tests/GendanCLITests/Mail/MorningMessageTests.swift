import Foundation
import GendanOutput
import GendanTestSupport
import Testing

@testable import Gendan
@testable import GendanCLI

/// The morning summary by mail and by robot (R-392).
struct MorningMessageTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func type(_ line: String, lang: String = "zh-Hans", today: String = "2026-05-06 08:00") throws
    -> TestDesk.Result
  { try desk.desk.run(line, lang: lang, today: today) }

  @Test func `A mail goes to whom the line names, or to the user's own address`() throws {
    let mail = try type("morning -O mail --to a@x.example,b@x.example --once today").out
    #expect(mail.hasPrefix("From: chenting@desk\nTo: a@x.example,\n b@x.example\nSubject: =?utf-8?B?"))
    #expect(mail.contains("\nDate: Wed, 6 May 2026 08:00:00 +0800\n"))
    #expect(mail.contains("\nMessage-ID: <morning.all.2026-05-06@desk>\n"))
    #expect(try type("morning -O mail --to a@x.example --once today").out == "")
    let unknown = try type("morning --for chenting -O mail --once today", lang: "en")
    #expect(unknown.code == 64)
    #expect(unknown.err.contains("gendan user set chenting mail=sales@factory.example"))
    try desk.run("user set chenting mail=chenting@x.example lang=zh-Hant")
    let own = try desk.desk.run(
      "morning --for chenting -O mail --once today", lang: "", today: "2026-05-06 08:00"
    ).out
    #expect(own.contains("\nTo: chenting@x.example\n"))
    #expect(own.hasPrefix("From: chenting@x.example\n"))
  }

  @Test(arguments: ["a b@x", "@x", "a@", "a@b@c", "<a@x>", "a@x,,;"])
  func `What is no address is refused`(_ address: String) throws {
    let result = try desk.desk.run(["morning", "-O", "mail", "--to", address], today: "2026-05-06 08:00")
    #expect(result.code == 64)
    #expect(result.out == "")
    #expect(try desk.desk.run(["user", "set", "chenting", "mail=\(address)"]).code == 64)
  }

  @Test func `A second run with the same key says nothing, in each format by itself`() throws {
    for format in ["wecom", "dingtalk", "text"] {
      #expect(try !type("morning --once today -O \(format)").out.isEmpty)
      #expect(try type("morning --once today -O \(format)").out == "")
    }
    #expect(try !type("morning --once today -O wecom", today: "2026-05-07 08:00").out.isEmpty)
  }

  @Test(arguments: ["499", "x", "20001"])
  func `A limit that no robot has is refused`(_ limit: String) throws {
    #expect(try type("morning -O wecom --max-bytes \(limit)").code == 64)
  }

  @Test(.enabled(if: Robot.isThere, "needs python3 and curl"))
  func `A robot gets what the documented script posts, in parts, and a second run sends nothing`() throws {
    for number in 0..<40 {
      try desk.run("new C-1 FL-50 \(number + 1) --price 10 --want 2026-04-30 --promise 2026-04-30")
    }
    let robot = try Robot(desk.desk, runs: 2)
    #expect(robot.codes == [0, 0])
    let bodies = try #require(robot.bodies.first)
    #expect(robot.bodies.last == bodies)
    #expect(bodies.count > 1)
    #expect(bodies.allSatisfy { $0.utf8.count <= 4096 })
    let text = bodies.joined()
    #expect(text.contains("(1/\(bodies.count))"))
    for number in 1...41 { #expect(text.contains("SO2603-00\(number < 10 ? "0" : "")\(number)")) }
  }

  @Test(.enabled(if: Robot.isThere, "needs python3 and curl"))
  func `What a robot refuses is not marked, and the next run sends it again`() throws {
    let robot = try Robot(desk.desk, runs: 2, answer: #"{"errcode":40058,"errmsg":"too long"}"#)
    #expect(robot.codes.allSatisfy { $0 > 0 })
    #expect(robot.bodies.map(\.count) == [1, 2])
  }
}

/// A robot on this machine's own network, and the script of docs/cron.md that posts to it.
private struct Robot {
  static let isThere = ["python3", "curl"].allSatisfy { name in
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + name)
    }
  }

  /// How each run of the script ended.
  let codes: [Int64]
  /// What was posted up to the end of each run, a body each.
  let bodies: [[String]]

  /// Runs the script so many times against a robot that gives an answer.
  init(_ desk: TestDesk, runs: Int, answer: String = #"{"errcode":0,"errmsg":"ok"}"#) throws {
    let driver = """
      import http.server, json, os, subprocess, sys, threading
      script, address, answer, runs = sys.argv[1:]
      bodies = []
      class Robot(http.server.BaseHTTPRequestHandler):
          def do_POST(self):
              bodies.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
              self.send_response(200); self.end_headers(); self.wfile.write(answer.encode())
          def log_message(self, *rest): pass
      server = http.server.HTTPServer(("127.0.0.1", 0), Robot)
      threading.Thread(target=server.serve_forever, daemon=True).start()
      open(address, "w").write("http://127.0.0.1:%d/robot" % server.server_port)
      result = []
      for _ in range(int(runs)):
          run = subprocess.run(["/bin/sh", "-c", script, "gendan-robot", "wecom", address], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, timeout=60)
          result.append({"code": run.returncode, "bodies": list(bodies)})
      print(json.dumps(result))
      """
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/cron.md"), encoding: .utf8)
    let script = try #require(page.components(separatedBy: "```sh\n").dropFirst().first)
      .components(separatedBy: "```")[0]
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", driver, script, desk.folder + "/robot.url", answer, String(runs)]
    process.environment = [
      "PATH": program + ":" + path, "GENDAN_DB": desk.place, "GENDAN_LANG": "zh-Hans", "HOME": desk.folder,
      "GENDAN_USER": "chenting", "GENDAN_TODAY": "2026-05-06", "ROBOT_PAUSE": "0",
    ]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let runs = Optional(try JSON.parse(text)).items
    codes = runs.map { run in if case .integer(let code)? = run["code"] { code } else { -1 } }
    bodies = runs.map { $0["bodies"].items.map(\.plain) }
  }
}

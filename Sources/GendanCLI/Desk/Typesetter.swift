import Gendan

/// Sets a page of HTML on paper, with a browser or WeasyPrint, whichever this machine has.
struct Typesetter {
  private let tool: Tool

  /// Throws where this machine has none.
  init(_ desk: Desk) throws {
    let names = ["chromium", "chromium-browser", "google-chrome", "weasyprint"]
    guard let tool = Tool(names, on: desk.environment("PATH")) else {
      throw Complaint(
        .unavailable,
        Text("this machine has nothing that makes PDF", "这台机器上没有能生成 PDF 的程序", "這台機器上沒有能產生 PDF 的程式"),
        facts: [
          Text(
            "chromium or weasyprint is needed, either will do", "需要 chromium 或 weasyprint, 有一个就行",
            "需要 chromium 或 weasyprint, 有一個就行")
        ], try: "-o \(Self.name(desk.options.output)).html")
    }
    self.tool = tool
  }

  /// The file's name without its ending.
  private static func name(_ output: String?) -> String {
    let name = output.map(FileSystem.name) ?? "report"
    return name.hasSuffix(".pdf") ? String(name.dropLast(4)) : name
  }

  /// The page as PDF, made in a folder for drafts.
  func pdf(of page: String, in folder: String) throws -> [UInt8] {
    let (source, target) = (folder + "/page.html", folder + "/page.pdf")
    try FileSystem.write(Array(page.utf8), to: source, replacing: false)
    let result = try tool.run(arguments(source, target, folder), in: folder)
    guard result.code == 0, FileSystem.size(of: target) > 0 else {
      throw Complaint(
        .unavailable,
        Text("\(tool.name) made no PDF", "\(tool.name) 没有生成 PDF", "\(tool.name) 沒有產生 PDF"),
        facts: [Text("exit code \(result.code)", "退出码 \(result.code)", "結束碼 \(result.code)")]
          + result.said.suffix(2).map { Text(verbatim: $0) },
        try: "-o report.html")
    }
    return try TextFile.contents(of: target, limit: 1 << 28)
  }

  private func arguments(_ source: String, _ target: String, _ folder: String) -> [String] {
    guard tool.name != "weasyprint" else { return [source, target] }
    // The page needs nothing from outside, and a browser that may ask for nothing tells nobody of it. Its
    // sandbox is refused to root and in containers; what it reads here is our own page without a script.
    return [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/profile",
      "--no-pdf-header-footer", "--print-to-pdf=\(target)", "file://\(source)",
    ]
  }
}

extension TopicPage {
  static let scan = TopicPage(
    title: Text(
      "Reports from scanners and files", "扫码和文件报工", "掃碼和檔案報工"),
    rows: [
      ("SO2603-0042*30 500", Text("order, number of the step, good pieces", "单号, 工序号, 合格数", "單號, 工序號, 合格數")),
      ("MO2603-0001/30 500", Text("the same of a production order", "按生产单", "按生產單")),
      ("0042 机加 500", Text("the end of a number, the step's name", "尾号, 工序名", "尾號, 工序名")),
      ("SO2603-0042*30", Text("picks the step; then quantities alone", "先扫工序, 再单扫数量", "先掃工序, 再單掃數量")),
      ("500", Text("good pieces of the picked step", "所选工序的合格数", "所選工序的合格數")),
      ("undo", Text("takes back the last scan", "撤销刚才一扫", "復原剛才一掃")),
    ],
    notes: [
      Text(
        "step scan: one scan a line, each posted at once. An empty line, Esc or the end of input ends it.",
        "step scan: 一行一扫, 扫一笔记一笔。空行、Esc 或输入结束即停。", "step scan: 一行一掃, 掃一筆記一筆。空行、Esc 或輸入結束即停。"),
      Text(
        "A refused scan is said and beeps on a terminal; the loop goes on and ends with exit 65.",
        "被拒绝的会说明, 终端上响铃; 继续扫, 结束时退出码 65。", "被拒絕的會說明, 終端機上響鈴; 繼續掃, 結束時結束碼 65。"),
      Text(verbatim: ""),
      Text(
        "step feed FILE: order<TAB>step<TAB>quantity[<TAB>2026-03-16] a line, all or nothing. # begins a remark.",
        "step feed 文件: 单号<TAB>工序<TAB>数量[<TAB>2026-03-16], 一行一笔, 要么全写要么不写。# 开头是说明。",
        "step feed 檔案: 單號<TAB>工序<TAB>數量[<TAB>2026-03-16], 一行一筆, 要麼全寫要麼不寫。# 開頭是說明。"),
      Text(
        "A line fed before (same step, quantity and day; without a day: same file) is not posted twice: --again does.",
        "以前报过的行(工序、数量、日期相同; 没写日期的看是不是同一文件)不会再报: --again 才再报。",
        "以前報過的行(工序、數量、日期相同; 沒寫日期的看是不是同一檔案)不會再報: --again 才再報。"),
      Text(
        "A wrong report is taken back by its number: gendan step list 0042, gendan step reverse p128.",
        "报错的按编号冲销: gendan step list 0042, gendan step reverse p128。",
        "報錯的按編號沖銷: gendan step list 0042, gendan step reverse p128。"),
    ])
}

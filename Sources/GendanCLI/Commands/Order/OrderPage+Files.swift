import Gendan
import GendanOutput

extension OrderPage {
  /// A line for each sample, and one for each paper.
  var fileFacts: [Fact] {
    sections.samples.map { sample in
      (
        Text("Sample", "样品", "樣品"),
        Text(verbatim: "\(sample.no)  \(sample.product)  ") + desk.standing(sample, dates)
      )
    }
      + sections.papers.prefix(5).map { paper in
        let text = paper.kind.words + "  \(paper.owner.label)  \(paper.path)"
        let signed = paper.signedBy.map { text + Text(", signed by ", ", 签字 ", ", 簽字 ") + $0 }
        return (Text("Paper", "文件", "文件"), signed ?? text)
      } + morePapers
  }

  private var morePapers: [Fact] {
    let left = sections.papers.count - 5
    guard left > 0 else { return [] }
    let text = Text("\(left) more: ", "还有 \(left) 份: ", "還有 \(left) 份: ") + "gendan doc list \(order.no)"
    return [(Text("Paper", "文件", "文件"), text)]
  }

  /// The approved sample that production follows, and the day it was approved.
  func followedSample(_ production: ProductionOrder) -> Text? {
    sections.followed[production.id].map { sample in
      let day = sample.round.answeredOn.map { " " + dates.short($0) } ?? ""
      return Text("  sample ", "  样品 ", "  樣品 ") + "\(sample.no) " + sample.state.words + day
    }
  }

  /// The samples for machines.
  var sampleRecords: JSON {
    .array(
      sections.samples.map { sample in
        [
          "no": .string(sample.no), "kind": .string(sample.kind.rawValue),
          "product": .string(sample.productCode),
          "round": .integer(Int64(sample.round.number)), "state": .string(sample.state.rawValue),
          "answered": sample.round.answeredOn.map { .string($0.description) } ?? .null,
        ]
      })
  }

  /// The papers for machines.
  var paperRecords: JSON {
    .array(
      sections.papers.map { paper in
        [
          "of": .string(paper.owner.no), "version": .integer(Int64(paper.owner.version)),
          "kind": .string(paper.kind.rawValue), "path": .string(paper.path),
          "sha256": .string(paper.fingerprint.sha256), "bytes": .integer(paper.fingerprint.bytes),
          "signed_by": paper.signedBy.map { .string($0) } ?? .null,
        ]
      })
  }
}

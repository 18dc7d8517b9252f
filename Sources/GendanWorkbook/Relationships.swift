/// Which parts belong to a part, by the name under which it speaks of them.
final class Relationships: XMLHandler {
  /// Where a part is, and what for.
  struct Target {
    /// The last word of its kind: `worksheet`, `styles`.
    let kind: String
    /// Its name in the archive; nil where it lies outside.
    let part: String?
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: Substring

  /// Reads what belongs to `part`, `""` being the whole file; nothing where nothing is said.
  init(of part: String, in archive: Archive, limits: ArchiveLimits) throws(WorkbookError) {
    let slash = part.lastIndex(of: "/")
    folder = slash.map { part[..<$0] } ?? ""
    let name = slash.map { part[part.index(after: $0)...] } ?? part[...]
    let list = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
    if archive.holds(list) { try XMLStream.read(list, of: archive, limits: limits, to: self) }
  }

  /// The first part of a kind; throws where it lies outside.
  func part(_ kind: String) throws(WorkbookError) -> String? {
    let found = targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }
    guard let found else { return nil }
    guard let part = found.value.part else { throw .outside(part: found.key) }
    return part
  }

  func begin(_ name: XMLText, _ attributes: XMLAttributes) {
    guard "Relationship" ~= name, let id = attributes["Id"]?.string, let target = attributes["Target"]?.string
    else { return }
    let kind = attributes["Type"]?.string.split(separator: "/").last.map(String.init)
    let isOutside = attributes["TargetMode"].map { "External" ~= $0 } ?? false
    targets[id] = Target(kind: kind ?? "", part: isOutside ? nil : Self.resolve(target, in: folder))
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: XMLText) {}

  /// The name of the part that `target` means, said in `folder`; nil where it leaves the archive.
  static func resolve(_ target: String, in folder: Substring) -> String? {
    let target = target.replacing("\\", with: "/")
    guard !target.contains("://") else { return nil }
    var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        guard path.popLast() != nil else { return nil }
      default: path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}

import CSQLite
import Gendan

/// SQLite's write-ahead log needs shared memory, which network file systems do not give.
enum NetworkFileSystem {
  /// Magic numbers of statfs(2): NFS, SMB, SMB2, CIFS, AFS, 9P.
  private static let known: [Int] = [0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x5346_414F, 0x0102_1997]

  /// Throws `.networkFileSystem` where the file is on one.
  static func refuse(_ path: String) throws {
    var found = statfs()
    guard statfs(path, &found) == 0, known.contains(Int(found.f_type)) else { return }
    throw DatabaseError.networkFileSystem(path)
  }
}

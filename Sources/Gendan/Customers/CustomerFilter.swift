/// Which customers a list is about: of themselves, of their prices, quotes, samples or talks.
public struct CustomerFilter: Sendable {
  /// Of this class.
  public var `class`: CustomerClass?
  /// Of this type.
  public var type: CustomerType?
  /// Of this region.
  public var region: String?
  /// With these settlement terms.
  public var terms: String?
  /// Followed by this clerk: a login.
  public var clerk: String?
  /// Those of a person: followed by them, or of a region that they follow or lead.
  public var owner: String?
  /// Those who were never given a sample of this product.
  public var unsampled: Identifier<Product>?
  /// With each of these words in name, code, contact, phone or address.
  public var words: [String]

  /// Every customer, or those with some words.
  public init(words: [String] = []) { self.words = words }

  /// The condition on c (customers).
  var condition: SQL {
    var conditions: [SQL] = ["1 = 1"]
    if let `class` { conditions.append("c.class = \(`class`.rawValue)") }
    if let type { conditions.append("c.type = \(type)") }
    if let region { conditions.append("c.region = \(region)") }
    if let terms { conditions.append("c.terms = \(terms)") }
    if let clerk { conditions.append("c.clerk_id = (SELECT id FROM users WHERE login = \(clerk))") }
    if let owner {
      conditions.append(
        """
        (c.clerk_id = (SELECT id FROM users WHERE login = \(owner)) OR c.region IN (
          SELECT g.name FROM regions g JOIN users v ON v.id = g.clerk_id OR v.id = g.manager_id
          WHERE v.login = \(owner)))
        """)
    }
    if let unsampled {
      conditions.append(
        """
        NOT EXISTS (SELECT 1 FROM samples z WHERE z.customer_id = c.id AND z.product_id = \(unsampled))
        """)
    }
    for word in words {
      let pattern = "%" + word.lowercased() + "%"
      conditions.append(
        """
        (lower(c.name) LIKE \(pattern) OR lower(c.code) LIKE \(pattern)
          OR lower(coalesce(c.contact, '')) LIKE \(pattern) OR coalesce(c.phone, '') LIKE \(pattern)
          OR lower(coalesce(c.address, '')) LIKE \(pattern))
        """)
    }
    return SQL.join(conditions, " AND ")
  }
}

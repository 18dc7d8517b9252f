/// A price offered to a customer for one product.
public enum Quote {}

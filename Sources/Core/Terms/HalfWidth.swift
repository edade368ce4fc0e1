extension Unicode.Scalar {
  /// The ordinary form of a full-width character (U+FF01 … U+FF5E as ASCII) and of the ideographic and
  /// no-break space; every other character is its own.
  @inlinable package var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
    case 0x3000, 0xA0: " "
    default: self
    }
  }
}

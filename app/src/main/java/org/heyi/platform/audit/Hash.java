package org.heyi.platform.audit;

import java.util.HexFormat;

/// SHA-256 as 64 hexadecimal digits.
record Hash(String hex) {

  Hash {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("a hash has 64 digits: " + hex);
    }
  }

  Hash(byte[] bytes) {
    this(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}

package org.heyi.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/// The packs of this repository as texts that a test may spoil.
final class PackFixture {

  private PackFixture() {}

  static String text(String area) {
    try {
      return new ClassPathResource("communities/" + area + ".yaml")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The pack of an area under another name and as its first version, so that a test has an area of
  /// its own.
  static PackFile renamed(String area, String name) {
    return new PackFile(
        name + ".yaml", text(area).replace(area, name).replaceFirst("version: \\d+", "version: 1"));
  }

  static PackFile pack(String area) {
    return new PackFile(area + ".yaml", text(area));
  }
}

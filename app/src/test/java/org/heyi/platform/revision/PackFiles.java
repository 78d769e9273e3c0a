package org.heyi.platform.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/// Files of packs for tests: those of this repository under another name and as the first version,
/// so that a test has an area of its own.
final class PackFiles {

  private PackFiles() {}

  static String renamed(String area, String name) {
    try {
      return new ClassPathResource("communities/" + area + ".yaml")
          .getContentAsString(StandardCharsets.UTF_8)
          .replace(area, name)
          .replaceFirst("version: \\d+", "version: 1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// 宁河's pack under another name, of this version, holding slots for so many minutes.
  static String ninghe(String name, int version, int minutes) {
    return renamed("ninghe", name)
        .replace("version: 1", "version: " + version)
        .replace("slot-hold-minutes: {value: 15", "slot-hold-minutes: {value: " + minutes);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

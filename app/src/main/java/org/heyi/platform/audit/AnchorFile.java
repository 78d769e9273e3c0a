package org.heyi.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The file of anchors in the data directory. It only grows; a line is `time position hash`. Each
/// node keeps its own.
@Component
class AnchorFile {

  /// The hash that stood at a position.
  record Anchor(long position, Hash hash) {}

  private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");

  private final Path file;

  AnchorFile(@Value("${heyi.audit.anchors:${heyi.data:data}/audit-anchors.log}") Path file) {
    this.file = file;
  }

  void append(Seal head, Instant at) throws IOException {
    var line = "%s %d %s\n".formatted(at, head.position(), head.hash().hex());
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel = FileChannel.open(file, Set.of(CREATE, WRITE, APPEND))) {
      channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
      channel.force(true);
    }
  }

  /// What this node has kept, in the order of the file. A line torn by a crash is passed over.
  List<Anchor> all() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      return lines.map(LINE::matcher).filter(Matcher::matches).map(AnchorFile::anchor).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Anchor anchor(Matcher line) {
    return new Anchor(Long.parseLong(line.group(1)), new Hash(line.group(2)));
  }
}

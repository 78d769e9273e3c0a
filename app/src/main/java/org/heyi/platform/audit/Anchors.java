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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 锚点: head hashes of the chain kept outside the database, in a file that only grows and in the
/// log. Whoever cuts the chain off or writes it anew must also reach these.
///
/// A line is `time position hash`. Each node keeps its own file.
@Component
class Anchors {

  /// The hash that stood at a position.
  record Anchor(long position, Hash hash) {}

  private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
  private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");

  private final Path file;
  private final Duration every;
  private final Clock clock;
  private @Nullable Instant keptAt;
  private long keptPosition;

  Anchors(
      @Value("${heyi.audit.anchors:${heyi.data:data}/audit-anchors.log}") Path file,
      @Value("${heyi.audit.anchor-every:5m}") Duration every,
      Clock clock) {
    this.file = file;
    this.every = every;
    this.clock = clock;
  }

  /// Keeps the head if the last one was kept long enough ago.
  synchronized void keep(Seal head) {
    var now = clock.instant();
    var due = keptAt == null || !now.isBefore(keptAt.plus(every)) || now.isBefore(keptAt);
    if (due && head.position() != keptPosition) {
      append(head, now);
      keptAt = now;
      keptPosition = head.position();
    }
  }

  private void append(Seal head, Instant now) {
    LOG.info("audit chain: position {} hash {}", head.position(), head.hash().hex());
    var line = "%s %d %s\n".formatted(now, head.position(), head.hash().hex());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel = FileChannel.open(file, Set.of(CREATE, WRITE, APPEND))) {
        channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
        channel.force(true);
      }
    } catch (IOException e) {
      LOG.error("audit chain: the head could not be kept in {}", file, e);
    }
  }

  /// What this node has kept, in the order of the file. A line torn by a crash is passed over.
  List<Anchor> all() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      return lines.map(LINE::matcher).filter(Matcher::matches).map(Anchors::anchor).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Anchor anchor(Matcher line) {
    return new Anchor(Long.parseLong(line.group(1)), new Hash(line.group(2)));
  }
}

package org.heyi.platform.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/// 打印字体: the fonts there are, in this order: those of the settings, the one in the program, those
/// of the system.
///
/// They are listed at start and read one after the other when a character is wanted that none
/// before has: a font with all of Unicode's ideographs takes 50 MB.
@Component
@EnableConfigurationProperties(PrintSettings.class)
class PrintFonts {

  private static final Logger LOG = LoggerFactory.getLogger(PrintFonts.class);
  private static final String BUNDLED = "fonts/ttf/NotoSansSC/NotoSansSC-";

  /// No font with Chinese in it is smaller.
  private static final long SMALLEST = 1_000_000;

  private static final int DEEPEST = 4;

  private final Deque<Resource> unread;
  private final List<Face> faces = new ArrayList<>();
  private @Nullable Face regular;

  @Autowired
  PrintFonts(PrintSettings settings) {
    this(
        Stream.of(
                files(settings.fonts()),
                Stream.of("Regular.ttf", "Bold.ttf").map(it -> new ClassPathResource(BUNDLED + it)),
                files(settings.folders()))
            .flatMap(it -> it)
            .map(Resource.class::cast)
            .filter(Resource::exists)
            .toList());
    LOG.info("{} files of fonts for PDF", unread.size());
  }

  PrintFonts(List<? extends Resource> files) {
    this.unread = new ArrayDeque<>(files);
  }

  private static Stream<Resource> files(List<Path> places) {
    return places.stream().filter(Files::exists).flatMap(PrintFonts::files);
  }

  private static Stream<Resource> files(Path place) {
    try (var found = Files.walk(place, DEEPEST)) {
      return found
          .filter(it -> it.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
          .filter(it -> it.toFile().length() >= SMALLEST)
          .sorted()
          .<Resource>map(FileSystemResource::new)
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException closed) {
      LOG.warn("fonts in {} are not readable", place, closed);
      return Stream.empty();
    }
  }

  /// The font that documents are written in; empty where there is none on this machine.
  synchronized Optional<Face> regular() {
    while (regular == null && readNext()) {
      regular = faces.stream().filter(it -> it.isUsual() && !it.isBold()).findFirst().orElse(null);
    }
    return Optional.ofNullable(regular);
  }

  /// The bold of the same family, where it was read before or is next; all others are not read for
  /// it, and their bold is drawn from the regular one.
  synchronized Optional<Face> bold(Face of) {
    if (faces.getLast() == of) {
      readNext();
    }
    return faces.stream().filter(it -> it.isBoldOf(of)).findFirst();
  }

  /// The first font that can draw a character, the regular one before all.
  synchronized Optional<Face> with(int codePoint) {
    var found =
        Stream.concat(regular().stream(), faces.stream().filter(it -> !it.isBold()))
            .filter(it -> it.has(codePoint))
            .findFirst();
    return found.isEmpty() && readNext() ? with(codePoint) : found;
  }

  private boolean readNext() {
    var file = unread.poll();
    if (file != null) {
      Face.read(file).ifPresent(faces::add);
    }
    return file != null;
  }
}

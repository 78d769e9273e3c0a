package org.heyi.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The files of packs: those of the jar, and those of `heyi.packs`, a directory.
@Component
class PackFiles {

  private final String directory;

  PackFiles(@Value("${heyi.packs:}") String directory) {
    this.directory = directory;
  }

  List<PackFile> all() {
    var files = new ArrayList<PackFile>();
    try {
      for (var resource :
          new PathMatchingResourcePatternResolver().getResources("classpath:communities/*.yaml")) {
        files.add(
            new PackFile(
                String.valueOf(resource.getFilename()),
                resource.getContentAsString(StandardCharsets.UTF_8)));
      }
      if (!directory.isBlank()) {
        try (var more = Files.newDirectoryStream(Path.of(directory), "*.yaml")) {
          for (var path : more) {
            files.add(new PackFile(path.getFileName().toString(), Files.readString(path)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}

package org.heyi.front.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.heyi.platform.access.DemoAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration's accounts with their passwords, made new in each installation:
/// `demo-accounts.json` in the data directory, readable by its owner only.
@Component
@Conditional(DemoMode.class)
class DemoAccountsFile implements DemoAccounts {

  private final Path file;
  private final JsonMapper json;

  DemoAccountsFile(@Value("${heyi.data}") Path data, JsonMapper json) {
    this.file = data.resolve("demo-accounts.json");
    this.json = json;
  }

  @Override
  public List<DemoAccount> all() {
    return Files.exists(file)
        ? json.readValue(file.toFile(), new TypeReference<List<DemoAccount>>() {})
        : List.of();
  }

  void write(List<DemoAccount> accounts) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(accounts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.heyi.front.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
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
/// `demo-accounts.json` in the data directory, and `demo-client.json` for the system that connects;
/// readable by their owner only.
@Component
@Conditional(DemoMode.class)
class DemoAccountsFile implements DemoAccounts {

  /// What a system needs for a token, named as in OAuth 2.
  record Client(
      @JsonProperty("client_id") String id, @JsonProperty("client_secret") String secret) {}

  private final Path file;
  private final Path client;
  private final JsonMapper json;

  DemoAccountsFile(@Value("${heyi.data}") Path data, JsonMapper json) {
    this.file = data.resolve("demo-accounts.json");
    this.client = data.resolve("demo-client.json");
    this.json = json;
  }

  @Override
  public List<DemoAccount> all() {
    return Files.exists(file)
        ? json.readValue(file.toFile(), new TypeReference<List<DemoAccount>>() {})
        : List.of();
  }

  void write(List<DemoAccount> accounts, Client his) {
    write(client, his);
    write(file, accounts);
  }

  private void write(Path file, Object content) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.heyi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An account of the demonstration, as its file in the data directory says.
///
/// @param phone of an account with a second factor, or null
record DemoPerson(String login, String password, String name, String role, @Nullable Phone phone) {

  private static final Pattern ENTRY =
      Pattern.compile(
          Stream.of("login", "password", "name", "role")
                  .map("\"%s\"\\s*:\\s*\"([^\"]+)\""::formatted)
                  .collect(Collectors.joining("\\s*,\\s*"))
              + "[^}]*?\"secret\"\\s*:\\s*(?:null|\"([A-Z2-7]+)\")");

  static List<DemoPerson> all(Path data) {
    try {
      return ENTRY
          .matcher(Files.readString(data.resolve("demo-accounts.json")))
          .results()
          .map(it -> new DemoPerson(it.group(1), it.group(2), it.group(3), it.group(4), phone(it)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Phone phone(MatchResult entry) {
    return entry.group(5) == null ? null : new Phone(entry.group(5));
  }

  static DemoPerson of(Path data, String login) {
    return all(data).stream().filter(it -> it.login().equals(login)).findFirst().orElseThrow();
  }
}

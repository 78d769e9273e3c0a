package org.heyi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account of the demonstration, as its file in the data directory says.
record DemoPerson(String login, String password, String name, String role) {

  private static final Pattern ENTRY =
      Pattern.compile(
          Stream.of("login", "password", "name", "role")
              .map("\"%s\"\\s*:\\s*\"([^\"]+)\""::formatted)
              .collect(Collectors.joining("\\s*,\\s*")));

  static List<DemoPerson> all(Path data) {
    try {
      return ENTRY
          .matcher(Files.readString(data.resolve("demo-accounts.json")))
          .results()
          .map(it -> new DemoPerson(it.group(1), it.group(2), it.group(3), it.group(4)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DemoPerson of(Path data, String login) {
    return all(data).stream().filter(it -> it.login().equals(login)).findFirst().orElseThrow();
  }
}

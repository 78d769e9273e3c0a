package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `bin/backup` of the running demonstration, `bin/restore` into an empty directory, and Heyi on
/// it.
class BackupTests {

  private static final Path SCOPE = Path.of("../app/src/main/resources/backup/scope.yaml");

  @TempDir Path folder;

  @Test
  @Timeout(240)
  void theDemonstrationMovesToAnotherPlace() throws Exception {
    var there = Demonstration.running().data();
    var before = Findings.factsIn(there);
    var file = folder.resolve("backup.zip");
    assertThat(Script.run(there, "backup", file).code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var again = Script.run(there, "backup", file);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.said()).singleElement().asString().contains("已存在", "is already there");

    var here = folder.resolve("data");
    var restored = Script.run(here, "restore", file);
    assertThat(restored.code()).isZero();
    assertThat(restored.said()).anyMatch(it -> it.startsWith("日志完好 / The log is whole"));
    refusesAFilledPlaceAndADamagedFile(here, file);

    assertThat(passwords(here)).doesNotContainAnyElementsOf(passwords(there));
    try (var heyi = RunningHeyi.start(here);
        var http = HttpClient.newHttpClient()) {
      var page = Terminal.signIn(http, heyi, "referral1").open(heyi, "/referrals/inbox");
      assertThat(page).contains("/referrals/");
      assertThat(Findings.factsIn(here)).containsAll(before);
      assertThat(Script.run(here, "audit-verify").code()).isZero();
    }
  }

  /// What lies in the data directory is kept or left on purpose.
  @Test
  void everyFileOfTheDataDirectoryIsSpokenOf() throws IOException {
    var scope = Files.readString(SCOPE);
    try (var files = Files.list(Demonstration.running().data())) {
      for (var file : files.toList()) {
        assertThat(scope)
            .containsPattern("(?m)^  " + Pattern.quote(file.getFileName().toString()) + ": \\S");
      }
    }
  }

  private void refusesAFilledPlaceAndADamagedFile(Path here, Path file) throws Exception {
    var filled = Script.run(here, "restore", file);
    assertThat(filled.code()).isEqualTo(2);
    assertThat(filled.said()).last().asString().contains("已存在", "HEYI_DATA");

    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    var bent = Files.write(folder.resolve("bent.zip"), bytes);
    var empty = folder.resolve("empty");
    var damaged = Script.run(empty, "restore", bent);
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.said()).singleElement().asString().contains("已损坏", "is damaged");
    assertThat(empty).doesNotExist();
  }

  private static List<String> passwords(Path data) throws IOException {
    var secrets = BuiltInDatabase.secrets(data);
    return Stream.of("postgres", "heyi_owner", "heyi_app").map(secrets::getProperty).toList();
  }
}

package org.heyi.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.platform.file.HostileFiles.picture;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HeyiTest
class StoredFilesModuleTests {

  @Autowired StoredFiles files;
  @Autowired JdbcClient jdbc;

  private Staff doctor;

  @BeforeEach
  void aDoctor() {
    doctor = TestStaff.with("village-doctor", "ninghe-yuelong-v05");
  }

  @Test
  void aPictureComesBackAsWhatItIs() {
    var subject = subject();
    var id = files.store(subject, "../心电图.html", picture("png", 30, 20), doctor);

    var answer = files.open(subject, id).response();
    var headers = answer.getHeaders();

    assertThat(files.of(subject)).extracting(StoredFile::name).containsExactly("心电图.png");
    assertThat(answer.getBody()).isEqualTo(files.content(subject, id));
    assertThat(String.valueOf(headers.getContentType())).isEqualTo("image/png");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
    assertThat(headers.getFirst("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
    assertThat(headers.getFirst("Content-Disposition"))
        .startsWith("inline;")
        .contains("filename*=UTF-8''%E5%BF%83");
  }

  @Test
  void aPdfIsDownloadedNeverShownInPlace() {
    var subject = subject();
    var id = files.store(subject, "report.pdf", HostileFiles.pdf(""), doctor);

    assertThat(files.open(subject, id).response().getHeaders().getFirst("Content-Disposition"))
        .startsWith("attachment;");
  }

  @Test
  void theSameBytesAreOneFile() {
    var subject = subject();
    var photo = picture("jpg", 30, 20);
    var id = files.store(subject, "a.jpg", photo, doctor);

    assertThat(files.store(subject, "b.jpg", photo, doctor)).isEqualTo(id);
    assertThat(files.of(subject)).hasSize(1);
    assertThat(files.store(subject(), "a.jpg", photo, doctor)).isNotEqualTo(id);
  }

  @Test
  void aFileIsFoundOnlyWithItsSubject() {
    var subject = subject();
    var id = files.store(subject, "a.jpg", picture("jpg", 30, 20), doctor);

    assertThatThrownBy(() -> files.content(subject(), id)).hasMessage("file.not-found[]");
    assertThatThrownBy(() -> files.open(subject(), id)).hasMessage("file.not-found[]");
    assertThatThrownBy(() -> files.remove(subject(), id, doctor)).hasMessage("file.not-found[]");
  }

  @Test
  void storingAndRemovingAreOnRecord() {
    var subject = subject();
    var id = files.store(subject, "a.jpg", picture("jpg", 30, 20), doctor);
    files.remove(subject, id, doctor);

    assertThat(files.of(subject)).isEmpty();
    assertThat(
            jdbc.sql("select action from audit.entry where subject_id = :id order by id")
                .param("id", subject.id())
                .query(String.class)
                .list())
        .containsExactly("file.stored", "file.removed");
  }

  /// Twelve uploads of different pictures and twelve of one picture, at once.
  @Test
  void tenFilesFitHoweverManyComeAtOnce() throws Exception {
    var crowded = subject();
    var repeated = subject();
    var outcomes =
        AtOnce.times(
            24,
            i ->
                () ->
                    i % 2 == 0
                        ? store(crowded, picture("png", 10 + i, 10))
                        : store(repeated, picture("png", 10, 10)));

    System.out.printf(
        "files: attempts 24, kept %d and %d, refused %d%n",
        files.of(crowded).size(),
        files.of(repeated).size(),
        outcomes.stream().filter("file.too-many"::equals).count());
    assertThat(files.of(crowded)).hasSize(10);
    assertThat(files.of(repeated)).hasSize(1);
    assertThat(outcomes.stream().filter("file.too-many"::equals)).hasSize(2);
  }

  @Test
  void aRemovedFileLeavesRoom() {
    var subject = subject();
    @Nullable FileId last = null;
    for (int i = 0; i < 10; i++) {
      last = files.store(subject, "a.png", picture("png", 10 + i, 10), doctor);
    }
    assertThatThrownBy(() -> files.store(subject, "b.png", picture("png", 9, 9), doctor))
        .hasMessage("file.too-many[10]");

    files.remove(subject, Objects.requireNonNull(last), doctor);

    assertThat(files.store(subject, "b.png", picture("png", 9, 9), doctor)).isNotNull();
  }

  @Test
  void whatIsRefusedIsNotKept() {
    var subject = subject();
    var page = HostileFiles.SCRIPT.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> files.store(subject, "photo.jpg", page, doctor))
        .hasMessage("file.type-not-allowed[]");
    assertThat(files.of(subject)).isEmpty();
  }

  private String store(Subject subject, byte[] content) {
    try {
      return files.store(subject, "photo.png", content, doctor).toString();
    } catch (ProblemException refused) {
      return refused.problem().code();
    }
  }

  private static Subject subject() {
    return Subject.of("test", UUID.randomUUID());
  }
}

package org.heyi.platform.file;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of this room.
@Repository
class FileStore {

  private static final String SELECT =
      """
      select id, subject_kind, subject_id, name, media_type, size, stored_at from file.stored_file
       where subject_kind = :kind and subject_id = :subject
      """;

  private final JdbcClient jdbc;

  FileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return false when the subject has these very bytes already
  boolean add(FileId id, Subject subject, CleanFile file, Staff by, Instant now) {
    return jdbc.sql(
                """
                insert into file.stored_file (id, subject_kind, subject_id, name, media_type, size,
                  sha256, original_sha256, content, stored_at, stored_by, institution)
                values (:id, :kind, :subject, :name, :type, :size,
                  :sha256, :original, :content, :at, :by, :institution)
                on conflict on constraint stored_file_once_per_subject do nothing
                """)
            .param("id", id.value())
            .param("kind", subject.kind())
            .param("subject", subject.id())
            .param("name", file.name())
            .param("type", file.type())
            .param("size", file.content().length)
            .param("sha256", file.sha256())
            .param("original", file.originalSha256())
            .param("content", file.content())
            .param("at", utc(now))
            .param("by", by.account().value())
            .param("institution", by.institution().value())
            .update()
        == 1;
  }

  /// The subject's row counts its files, so that of two uploads at once one sees the other.
  ///
  /// @return false when the subject has `most` files already
  boolean makeRoom(Subject subject, int most) {
    return jdbc.sql(
                """
                insert into file.folder (subject_kind, subject_id, files)
                values (:kind, :subject, 1)
                on conflict on constraint folder_pk
                  do update set files = folder.files + 1 where folder.files < :most
                """)
            .param("kind", subject.kind())
            .param("subject", subject.id())
            .param("most", most)
            .update()
        == 1;
  }

  FileId byOriginal(Subject subject, String originalSha256) {
    return jdbc.sql(
            """
            select id from file.stored_file
             where subject_kind = :kind and subject_id = :subject and original_sha256 = :original
            """)
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .param("original", originalSha256)
        .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
        .single();
  }

  List<StoredFile> of(Subject subject) {
    return jdbc.sql(SELECT + " order by id")
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .query((row, _) -> file(row))
        .list();
  }

  Optional<StoredFile> find(Subject subject, FileId id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .param("id", id.value())
        .query((row, _) -> file(row))
        .optional();
  }

  Optional<byte[]> content(Subject subject, FileId id) {
    return jdbc.sql(
            """
            select content from file.stored_file
             where subject_kind = :kind and subject_id = :subject and id = :id
            """)
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .param("id", id.value())
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }

  /// @return the hash of what is gone, or empty when there was nothing
  Optional<String> remove(Subject subject, FileId id) {
    return jdbc.sql(
            """
            with gone as (
              delete from file.stored_file
               where subject_kind = :kind and subject_id = :subject and id = :id
              returning sha256),
            fewer as (
              update file.folder set files = files - 1
               where subject_kind = :kind and subject_id = :subject and exists (select from gone))
            select sha256 from gone
            """)
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  private static StoredFile file(ResultSet row) throws SQLException {
    return new StoredFile(
        new FileId(row.getObject("id", UUID.class)),
        new Subject(row.getString("subject_kind"), row.getString("subject_id")),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        Moments.instant(row, "stored_at"));
  }
}

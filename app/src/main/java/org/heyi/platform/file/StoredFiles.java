package org.heyi.platform.file;

import java.time.Clock;
import java.util.List;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The store of evidence files, in the database so that every node has them.
@Service
@Transactional
public class StoredFiles {

  private static final String OWNER_DECIDES =
      "the room that owns the subject has decided that the caller may see it";

  private final FileStore store;
  private final Audit audit;
  private final Clock clock;
  private final FileLimits limits = FileLimits.load();

  StoredFiles(FileStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// Keeps the file; the same bytes for the same subject again are the file that is there.
  ///
  /// The caller has decided that `by` may add to the subject.
  ///
  /// @param name the sender's, of which only the harmless part is kept
  /// @throws org.heyi.platform.shared.ProblemException `file.empty`, `file.too-large`,
  ///   `file.type-not-allowed`, `file.too-many-pixels`, `file.not-readable`, `file.active-content`,
  ///   `file.too-many`
  public FileId store(Subject subject, String name, byte[] content, Staff by) {
    var file = CleanFile.of(name, content, limits);
    var id = FileId.next();
    if (!store.add(id, subject, file, by, clock.instant())) {
      return store.byOriginal(subject, file.originalSha256());
    }
    if (!store.makeRoom(subject, limits.filesPerSubject())) {
      throw FileProblem.TOO_MANY.with(limits.filesPerSubject());
    }
    audit.record(
        by, AuditEntry.of("file.stored", subject).with("file", id).with("sha256", file.sha256()));
    return id;
  }

  @NoStaffNeeded(because = OWNER_DECIDES)
  public List<StoredFile> of(Subject subject) {
    return store.of(subject);
  }

  @NoStaffNeeded(because = OWNER_DECIDES)
  public byte[] content(Subject subject, FileId id) {
    return store.content(subject, id).orElseThrow(() -> FileProblem.NOT_FOUND.with());
  }

  /// The file as a controller answers it.
  @NoStaffNeeded(because = OWNER_DECIDES)
  public FileAnswer open(Subject subject, FileId id) {
    var file = store.find(subject, id).orElseThrow(() -> FileProblem.NOT_FOUND.with());
    var inline = limits.type(file.type()).map(FileLimits.FileType::inline).orElse(false);
    return new FileAnswer(file, content(subject, id), inline);
  }

  public void remove(Subject subject, FileId id, Staff by) {
    var sha256 = store.remove(subject, id).orElseThrow(() -> FileProblem.NOT_FOUND.with());
    audit.record(
        by, AuditEntry.of("file.removed", subject).with("file", id).with("sha256", sha256));
  }

  /// What a form should say and ask for: the `accept` list of a file field.
  @NoStaffNeeded(because = "the limits are the same for everybody")
  public List<String> allowedTypes() {
    return limits.types().keySet().stream().sorted().toList();
  }

  @NoStaffNeeded(because = "the limits are the same for everybody")
  public int largestMegabytes() {
    return limits.largestBytes() / (1024 * 1024);
  }

  @NoStaffNeeded(because = "the limits are the same for everybody")
  public int filesPerSubject() {
    return limits.filesPerSubject();
  }
}

package org.heyi.platform.file;

import java.util.List;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The store of evidence files, in the database so that every node has them.
@Service
@Transactional
public class StoredFiles {

  /// @throws org.heyi.platform.shared.ProblemException `file.too-large`, `file.type-not-allowed`,
  ///   `file.empty`, `file.too-many`
  public FileId store(Subject subject, String name, byte[] content, Staff by) {
    throw new UnsupportedOperationException();
  }

  @NoStaffNeeded(because = "the room that owns the subject has decided that the caller may see it")
  public List<StoredFile> of(Subject subject) {
    throw new UnsupportedOperationException();
  }

  @NoStaffNeeded(because = "the room that owns the subject has decided that the caller may see it")
  public byte[] content(Subject subject, FileId id) {
    throw new UnsupportedOperationException();
  }

  public void remove(Subject subject, FileId id, Staff by) {
    throw new UnsupportedOperationException();
  }
}

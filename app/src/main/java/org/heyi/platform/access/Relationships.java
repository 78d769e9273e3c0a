package org.heyi.platform.access;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 照护关系: which institution has a live reason to see which resident's data.
///
/// Rooms call it in their own transaction. Beginning twice from one source is one relationship.
@Service
@Transactional
public class Relationships {

  /// Begins or prolongs.
  ///
  /// @param source what it comes from, e.g. the referral
  /// @param until when it ends by itself; null: when [#end] is called
  public void begin(
      RelationshipKind kind,
      ResidentId resident,
      InstitutionId institution,
      Subject source,
      @Nullable Instant until,
      Staff by) {
    throw new UnsupportedOperationException();
  }

  public void end(
      RelationshipKind kind,
      ResidentId resident,
      InstitutionId institution,
      Subject source,
      Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Whether the institution has a live relationship of any kind with the resident now.
  @NoStaffNeeded(because = "it answers about an institution; the caller decides what follows")
  public boolean live(ResidentId resident, InstitutionId institution) {
    throw new UnsupportedOperationException();
  }
}

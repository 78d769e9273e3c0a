package org.heyi.platform.access;

import java.time.Clock;
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
/// Lists join `access.card_relationship (resident, institution, kind, until)` and must ask for
/// `until > :now`, because only the application's clock knows what is past.
@Service
@Transactional
public class Relationships {

  private final RelationshipStore store;
  private final Clock clock;

  Relationships(RelationshipStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Begins or prolongs; a shorter time does not cut a longer one.
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
    store.begin(kind, resident, institution, source, until, by.account(), clock.instant());
  }

  /// Ends what [#begin] began; ending twice, or what never began, does nothing.
  public void end(
      RelationshipKind kind,
      ResidentId resident,
      InstitutionId institution,
      Subject source,
      Staff by) {
    store.end(kind, resident, institution, source, clock.instant());
  }

  /// Whether the institution has a live relationship of any kind with the resident now.
  @NoStaffNeeded(because = "it answers about an institution; the caller decides what follows")
  public boolean live(ResidentId resident, InstitutionId institution) {
    return store.live(resident, institution, clock.instant());
  }
}

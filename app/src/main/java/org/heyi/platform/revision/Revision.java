package org.heyi.platform.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.PackText;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.jspecify.annotations.Nullable;

/// 修订: one uploaded file: a version of one area's pack, or of each county of a template.
///
/// @param begins the day from which it holds, once somebody has said it
/// @param refusal code of what stood against it
/// @param by who uploaded it
/// @param decidedBy who put it into force or withdrew it
public record Revision(
    RevisionId id,
    PackText text,
    RevisionState state,
    @Nullable LocalDate begins,
    @Nullable String refusal,
    AccountId uploader,
    String by,
    Instant at,
    @Nullable String decidedBy,
    @Nullable Instant endedAt,
    List<Change> areas) {

  /// What it changes in one area.
  ///
  /// @param base the version it was compared with; 0 when there was none
  /// @param present the version in force by now
  public record Change(
      AreaId area, String name, String nameEn, int base, int version, int present) {

    public boolean isOvertaken() {
      return present != base;
    }
  }

  /// Another version came into force meanwhile: this one must be compared anew.
  public boolean isOvertaken() {
    return state.isOpen() && areas.stream().anyMatch(Change::isOvertaken);
  }
}

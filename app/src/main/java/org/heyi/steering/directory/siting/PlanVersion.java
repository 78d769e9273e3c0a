package org.heyi.steering.directory.siting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.heyi.platform.shared.AreaId;
import org.jspecify.annotations.Nullable;

/// 规划版次: one version of an area's siting plan, as of today.
///
/// @param title of the document that adopts it; empty for a draft
/// @param document its number (文号), or empty
/// @param since from when it is in force; null for a draft
/// @param until the first day on which it no longer is
public record PlanVersion(
    SitingId id,
    AreaId area,
    int number,
    State state,
    String title,
    String document,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Instant draftedAt,
    String draftedBy,
    @Nullable Instant adoptedAt,
    String adoptedBy) {

  /// 草案, 待施行, 现行, 已替换.
  public enum State {
    DRAFT,
    COMING,
    IN_FORCE,
    SUPERSEDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(@Nullable LocalDate since, @Nullable LocalDate until, LocalDate today) {
      if (since == null) {
        return DRAFT;
      }
      if (since.isAfter(today)) {
        return COMING;
      }
      return until == null || until.isAfter(today) ? IN_FORCE : SUPERSEDED;
    }
  }

  public boolean isDraft() {
    return state == State.DRAFT;
  }
}

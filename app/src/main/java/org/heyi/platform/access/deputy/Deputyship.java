package org.heyi.platform.access.deputy;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;

/// 代理关系: one deputyship as shown.
///
/// @param place the institution's name
/// @param last the last day
/// @param lacks codes of duties of the absent one that the deputy does not hold: what needs them
///   stays with the absent one
/// @param mayEnd whether the viewer may end it now
public record Deputyship(
    DeputyId id,
    AccountId absent,
    String absentName,
    AccountId deputy,
    String deputyName,
    InstitutionId institution,
    String place,
    LocalDate from,
    LocalDate last,
    State state,
    List<String> lacks,
    boolean mayEnd) {

  /// Where it stands today.
  public enum State {
    COMING,
    NOW,
    OVER,
    /// Before its last day, by somebody.
    ENDED
  }

  public boolean isNow() {
    return state == State.NOW;
  }

  /// Neither over nor ended.
  public boolean isAhead() {
    return state == State.COMING || state == State.NOW;
  }

  Deputyship with(String name, List<String> missing, boolean end) {
    return new Deputyship(
        id,
        absent,
        absentName,
        deputy,
        deputyName,
        institution,
        name,
        from,
        last,
        state,
        missing,
        end);
  }
}

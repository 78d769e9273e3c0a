package org.heyi.flow.capacity;

import java.util.Set;
import org.heyi.platform.shared.Subject;

/// 预约详情: an appointment as its own page shows it.
///
/// @param toTell the resident has still to be told of a stopped or substituted clinic
/// @param purposePath where it is dealt with when it belongs to another room, or empty
/// @param elsewhere that room takes its steps, whoever may open it
/// @param may the steps the caller may take now: arrive, no_show, move, cancel, tell
public record AppointmentDetail(
    AppointmentView appointment,
    Subject purpose,
    String purposePath,
    boolean elsewhere,
    boolean toTell,
    Set<String> may) {

  public AppointmentDetail {
    may = Set.copyOf(may);
  }
}

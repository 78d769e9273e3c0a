package org.heyi.platform.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;

/// 审计记录: what was done or seen, before it is written.
///
/// @param action `room.past-participle`, e.g. `referral.sent`, `resident.viewed`
/// @param residents whose data was shown or changed; a list names every resident on it
/// @param facts few, without names or numbers of persons
public record AuditEntry(
    String action, Subject subject, Set<ResidentId> residents, Map<String, String> facts) {

  public AuditEntry {
    residents = Set.copyOf(residents);
    facts = Map.copyOf(facts);
  }

  public static AuditEntry of(String action, Subject subject) {
    return new AuditEntry(action, subject, Set.of(), Map.of());
  }

  public AuditEntry about(ResidentId resident) {
    return about(List.of(resident));
  }

  public AuditEntry about(Collection<ResidentId> those) {
    return new AuditEntry(action, subject, Set.copyOf(those), facts);
  }

  public AuditEntry with(String key, Object value) {
    var more = new HashMap<>(facts);
    more.put(key, value.toString());
    return new AuditEntry(action, subject, residents, more);
  }
}

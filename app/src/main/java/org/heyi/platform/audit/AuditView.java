package org.heyi.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;

/// 审计记录: one entry as it was written.
///
/// @param problem code of the refusal, or null when it was done
/// @param position its place in the sealed chain, or null while the sealing job has not come to it
public record AuditView(
    UUID id,
    Instant at,
    AuditActor actor,
    String action,
    Subject subject,
    List<ResidentId> residents,
    AuditOutcome outcome,
    @Nullable String problem,
    Map<String, String> facts,
    @Nullable Long position) {

  public AuditView {
    residents = List.copyOf(residents);
    facts = Map.copyOf(facts);
  }
}

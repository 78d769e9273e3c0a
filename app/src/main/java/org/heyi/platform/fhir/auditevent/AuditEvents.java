package org.heyi.platform.fhir.auditevent;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditOutcome;
import org.heyi.platform.audit.AuditQuery;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 审计记录 as AuditEvent, for whoever reviews the log. A search names a period.
@Component
class AuditEvents implements FhirSource<AuditEvent> {

  /// Entries of this very moment are before it.
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final Audit audit;
  private final Clock clock;

  AuditEvents(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public FhirOffer<AuditEvent> offer() {
    return FhirOffer.of(
        AuditEvent.class,
        FhirParam.date("date").must(),
        FhirParam.reference("patient", "Patient"),
        FhirParam.reference("agent", "Organization"),
        FhirParam.text("agent-name"),
        FhirParam.token("altid"),
        FhirParam.token("action"),
        FhirParam.token("subtype"),
        FhirParam.token("outcome"));
  }

  @Override
  public AuditEvent read(String id, Staff by) {
    return AuditEventResource.of(audit.entry(FhirForms.id(id, UUID::fromString), by));
  }

  @Override
  public FhirPage<AuditEvent> search(FhirQuery query, Staff by) {
    var date = query.span("date");
    var from = date.from();
    var until = date.until();
    var found =
        audit.search(
            new AuditQuery(
                from == null ? Instant.EPOCH : from,
                until == null ? clock.instant().plus(AHEAD) : until,
                query.text("agent-name").orElse(""),
                query
                    .token("altid")
                    .map(it -> FhirForms.value("altid", it.code(), AccountId::of))
                    .orElse(null),
                query.token("subtype").map(FhirQuery.Token::code).orElse(""),
                words(query),
                query.reference("patient", "Patient", ResidentId::of).orElse(null),
                query.reference("agent", "Organization", InstitutionId::of).orElse(null),
                outcome(query)),
            query.page(),
            by);
    return new FhirPage<>(
        found.rows().stream().map(AuditEventResource::of).toList(), found.total());
  }

  private static String words(FhirQuery query) {
    var asked = query.token("action").map(FhirQuery.Token::code).orElse("");
    if (asked.isEmpty()) {
      return "";
    }
    try {
      return Pattern.words(AuditEventAction.fromCode(asked));
    } catch (FHIRException none) {
      throw BAD_VALUE.with("action", asked);
    }
  }

  private static @Nullable AuditOutcome outcome(FhirQuery query) {
    return query
        .token("outcome")
        .map(it ->
            switch (it.code()) {
              case AuditEventResource.DONE -> AuditOutcome.DONE;
              case AuditEventResource.REFUSED -> AuditOutcome.REFUSED;
              default -> throw BAD_VALUE.with("outcome", it.code());
            })
        .orElse(null);
  }
}

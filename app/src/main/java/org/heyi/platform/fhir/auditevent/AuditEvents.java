package org.heyi.platform.fhir.auditevent;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_RESOURCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditOutcome;
import org.heyi.platform.audit.AuditQuery;
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
    return AuditEventResource.of(audit.entry(id(id), by));
  }

  private static UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      throw NO_SUCH_RESOURCE.with();
    }
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
                value(
                    query.token("altid").map(FhirQuery.Token::code).orElse(null),
                    "altid",
                    AccountId::of),
                query.token("subtype").map(FhirQuery.Token::code).orElse(""),
                words(query),
                value(
                    query.reference("patient", "Patient").orElse(null), "patient", ResidentId::of),
                value(
                    query.reference("agent", "Organization").orElse(null),
                    "agent",
                    InstitutionId::of),
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

  private static <T> @Nullable T value(
      @Nullable String typed, String name, Function<String, T> reading) {
    if (typed == null) {
      return null;
    }
    try {
      return reading.apply(typed);
    } catch (IllegalArgumentException none) {
      throw BAD_VALUE.with(name, typed);
    }
  }
}

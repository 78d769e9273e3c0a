package org.heyi.flow.capacity;

import java.util.Map;
import java.util.Set;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// What an appointment leaves behind: the hospital's relationship with the resident until the end
/// of the visit day, and the audit entry of each step.
@Component
class Traces {

  private final Relationships relationships;
  private final Audit audit;

  Traces(Relationships relationships, Audit audit) {
    this.relationships = relationships;
    this.audit = audit;
  }

  void visitBegins(Appointment it, SlotOffer offer, Staff by) {
    relationships.begin(
        RelationshipKind.VISIT,
        it.resident(),
        offer.hospital(),
        it.subject(),
        VisitDay.start(offer.day().plusDays(1)),
        by);
  }

  void visitEnds(Appointment it, SlotOffer offer, Staff by) {
    relationships.end(RelationshipKind.VISIT, it.resident(), offer.hospital(), it.subject(), by);
  }

  void record(String action, Appointment it, SlotOffer offer, Staff by) {
    audit.record(by, entry(action, it, offer));
  }

  void recordByClock(String action, String job, Appointment it, SlotOffer offer) {
    audit.recordByClock(job, entry(action, it, offer));
  }

  private static AuditEntry entry(String action, Appointment it, SlotOffer offer) {
    return new AuditEntry(
        action,
        it.subject(),
        Set.of(it.resident()),
        Map.of(
            "hospital", offer.hospital().value(),
            "department", offer.department(),
            "slot", offer.slot().toString(),
            "start", offer.start().toString(),
            "purpose", it.purpose().kind() + "/" + it.purpose().id()));
  }
}

package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.heyi.person.resident.identity.Masks;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of contacts and consents.
@Repository
class PaperStore {

  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The same person with the same phone once more changes the relation only.
  void addContact(ResidentId resident, Newcomer.Contact contact, Staff by, Instant now) {
    jdbc.sql(
            """
            insert into resident.contact
              (id, resident, name, relation, phone, phone_masked, added_at, added_by)
            values (:id, :resident, :name, :relation, :phone, :masked, :at, :by)
            on conflict on constraint contact_once do update set relation = excluded.relation
            """)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("resident", resident.value())
        .param("name", contact.name().value())
        .param("relation", contact.relation())
        .param("phone", contact.phone().value())
        .param("masked", Masks.phone(contact.phone().value()))
        .param("at", utc(now))
        .param("by", by.account().value())
        .update();
  }

  boolean removeContact(ResidentId resident, UUID contact) {
    return jdbc.sql("delete from resident.contact where id = :id and resident = :resident")
            .param("id", contact)
            .param("resident", resident.value())
            .update()
        == 1;
  }

  /// A new consent to the same text takes the place of the one before; that nobody could be asked
  /// takes the place of none.
  void addConsent(
      ResidentId resident,
      String text,
      RegisterResident.Giver giver,
      String guardian,
      Staff by,
      Instant now) {
    jdbc.sql(
            """
            insert into resident.consent
              (id, resident, text, giver, giver_name, given_at, recorded_by, institution)
            values (:id, :resident, :text, :giver, :guardian, :at, :by, :institution)
            on conflict on constraint consent_one_at_a_time do update
              set giver = excluded.giver, giver_name = excluded.giver_name,
                  given_at = excluded.given_at, recorded_by = excluded.recorded_by
            where excluded.giver <> 'NOT_POSSIBLE'
            """)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("resident", resident.value())
        .param("text", text)
        .param("giver", giver.name())
        .param("guardian", guardian)
        .param("at", utc(now))
        .param("by", by.account().value())
        .param("institution", by.institution().value())
        .update();
  }

  boolean withdraw(ResidentId resident, UUID consent, Instant now) {
    return jdbc.sql(
                """
                update resident.consent set withdrawn_at = :at
                 where id = :id and resident = :resident and withdrawn_at is null
                """)
            .param("at", utc(now))
            .param("id", consent)
            .param("resident", resident.value())
            .update()
        == 1;
  }
}

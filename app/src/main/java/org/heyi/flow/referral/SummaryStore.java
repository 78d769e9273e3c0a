package org.heyi.flow.referral;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Diagnosis;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a referral says about the resident, and what the hospital says back.
@Repository
class SummaryStore {

  private final JdbcClient jdbc;

  SummaryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ReferralId id) {
    jdbc.sql(
            """
            insert into referral.summary (referral, complaint, allergies, no_allergies, medicines,
              no_medicines, reason, consent, contact_name, contact_relation, contact_phone)
            values (:id, '', '', false, '', false, '', false, '', '', '')
            """)
        .param("id", id.value())
        .update();
  }

  void write(ReferralId id, ClinicalSummary it) {
    var diagnosis = it.diagnosis();
    jdbc.sql(
            """
            update referral.summary
               set complaint = :complaint, allergies = :allergies, no_allergies = :noAllergies,
                   medicines = :medicines, no_medicines = :noMedicines,
                   diagnosis_system = :system, diagnosis_code = :code,
                   diagnosis_name = :name, diagnosis_en = :english
             where referral = :id
            """)
        .param("complaint", it.complaint())
        .param("allergies", it.allergies())
        .param("noAllergies", it.noAllergies())
        .param("medicines", it.medicines())
        .param("noMedicines", it.noMedicines())
        .param("system", diagnosis == null ? null : diagnosis.code().system())
        .param("code", diagnosis == null ? null : diagnosis.code().value())
        .param("name", diagnosis == null ? null : diagnosis.name())
        .param("english", diagnosis == null ? null : diagnosis.englishName())
        .param("id", id.value())
        .update();
    jdbc.sql("delete from referral.vital_sign where referral = :id")
        .param("id", id.value())
        .update();
    it.vitalSigns()
        .forEach((code, value) ->
            jdbc.sql("insert into referral.vital_sign values (:id, :code, :value)")
                .param("id", id.value())
                .param("code", code)
                .param("value", value)
                .update());
  }

  void write(ReferralId id, Request it) {
    jdbc.sql(
            """
            update referral.summary
               set reason = :reason, consent = :consent, contact_name = :name,
                   contact_relation = :relation, contact_phone = :phone
             where referral = :id
            """)
        .param("reason", it.reason())
        .param("consent", it.consent())
        .param("name", it.contact().name())
        .param("relation", it.contact().relation())
        .param("phone", it.contact().phone())
        .param("id", id.value())
        .update();
  }

  void write(ReferralId id, Feedback it) {
    var diagnosis = it.diagnosis();
    jdbc.sql(
            "insert into referral.feedback values (:id, :system, :code, :name, :en, :done, :advice)")
        .param("id", id.value())
        .param("system", diagnosis == null ? null : diagnosis.code().system())
        .param("code", diagnosis == null ? null : diagnosis.code().value())
        .param("name", diagnosis == null ? null : diagnosis.name())
        .param("en", diagnosis == null ? null : diagnosis.englishName())
        .param("done", it.treatment())
        .param("advice", it.advice())
        .update();
  }

  ClinicalSummary summary(ReferralId id) {
    var values = vitalSigns(id);
    return jdbc.sql("select * from referral.summary where referral = :id")
        .param("id", id.value())
        .query((row, _) ->
            new ClinicalSummary(
                row.getString("complaint"),
                values,
                row.getString("allergies"),
                row.getBoolean("no_allergies"),
                row.getString("medicines"),
                row.getBoolean("no_medicines"),
                diagnosis(row)))
        .single();
  }

  Request request(ReferralId id) {
    return jdbc.sql(
            """
            select r.receiver, r.department, r.urgency, s.*
              from referral.summary s join referral.referral r on r.id = s.referral
             where s.referral = :id
            """)
        .param("id", id.value())
        .query((row, _) -> request(row))
        .single();
  }

  @Nullable Feedback feedback(ReferralId id) {
    return jdbc.sql("select * from referral.feedback where referral = :id")
        .param("id", id.value())
        .query((row, _) ->
            new Feedback(diagnosis(row), row.getString("treatment"), row.getString("advice")))
        .optional()
        .orElse(null);
  }

  private Map<String, BigDecimal> vitalSigns(ReferralId id) {
    var values = new TreeMap<String, BigDecimal>();
    jdbc.sql("select code, value from referral.vital_sign where referral = :id")
        .param("id", id.value())
        .query((row, _) -> values.put(row.getString("code"), row.getBigDecimal("value")))
        .list();
    return values;
  }

  private static Request request(ResultSet row) throws SQLException {
    var receiver = row.getString("receiver");
    var department = row.getString("department");
    var urgency = row.getString("urgency");
    return new Request(
        receiver == null || department == null
            ? null
            : new Destination(InstitutionId.of(receiver), department),
        urgency == null ? null : Urgency.valueOf(urgency),
        row.getString("reason"),
        row.getBoolean("consent"),
        new ContactPerson(
            row.getString("contact_name"),
            row.getString("contact_relation"),
            row.getString("contact_phone")));
  }

  private static @Nullable Diagnosis diagnosis(ResultSet row) throws SQLException {
    var system = row.getString("diagnosis_system");
    var code = row.getString("diagnosis_code");
    return system == null || code == null
        ? null
        : new Diagnosis(
            new Code(system, code), row.getString("diagnosis_name"), row.getString("diagnosis_en"));
  }
}

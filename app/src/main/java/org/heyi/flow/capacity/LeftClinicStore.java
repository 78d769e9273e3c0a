package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.access.leaving.Belongings.Open;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.Successor;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// SQL of the clinics ahead and the templates of a doctor who leaves.
@Repository
class LeftClinicStore {

  private static final String CLINICS =
      """
       from capacity.clinic c
      where c.practitioner_account = :account and c.status in ('draft', 'published')
        and c.ends_at > :now and (:at = '' or c.hospital = :at)
        and c.hospital || ' ' || :duty <> all (:kept)
      """;

  private static final String TEMPLATES =
      """
       from capacity.template t
      where t.practitioner_account = :account and t.retired_at is null
        and (:at = '' or t.hospital = :at) and t.hospital || ' ' || :duty <> all (:kept)
      """;

  private final JdbcClient jdbc;
  private final ClinicStore clinics;

  LeftClinicStore(JdbcClient jdbc, ClinicStore clinics) {
    this.jdbc = jdbc;
    this.clinics = clinics;
  }

  List<Open> count(Leaver leaver, Instant now) {
    var ahead =
        left(
                "select c.hospital, 'capacity.left-' || c.status as what, count(*) as count"
                    + CLINICS
                    + " group by 1, 2",
                leaver)
            .param("now", utc(now));
    var planned =
        left(
            "select t.hospital, 'capacity.left-template' as what, count(*) as count"
                + TEMPLATES
                + " group by 1",
            leaver);
    return Stream.of(ahead, planned).flatMap(it -> open(it).stream()).toList();
  }

  private static List<Open> open(StatementSpec sql) {
    return sql.query((row, _) ->
            new Open(
                new DutyAt(InstitutionId.of(row.getString("hospital")), CapacityDuty.ADD.code()),
                row.getString("what"),
                row.getLong("count")))
        .list();
  }

  List<Clinic> lock(Leaver leaver, Instant now) {
    return left("select c.id" + CLINICS + " order by c.id for no key update", leaver)
        .param("now", utc(now))
        .query((row, _) -> ClinicId.of(row.getString("id")))
        .list()
        .stream()
        .map(it -> clinics.find(it).orElseThrow())
        .toList();
  }

  private StatementSpec left(String sql, Leaver leaver) {
    return jdbc.sql(sql)
        .param("account", leaver.account().value())
        .param("duty", CapacityDuty.ADD.code())
        .param("at", leaver.where())
        .param("kept", leaver.kept());
  }

  /// Whether they hold no other clinic at that time.
  boolean isFree(Successor to, Clinic at) {
    return jdbc.sql(
            """
            select not exists (
              select from capacity.clinic c
               where c.practitioner_account = :account and c.status in ('draft', 'published')
                 and c.starts_at < :ends and c.ends_at > :starts)
            """)
        .param("account", to.account().value())
        .param("starts", utc(at.start()))
        .param("ends", utc(at.end()))
        .query(Boolean.class)
        .single();
  }

  void standIn(ClinicId clinic, Successor to, String reason) {
    jdbc.sql(
            """
            update capacity.clinic
               set practitioner = :name, practitioner_account = :account, reason = :reason,
                   version = version + 1
             where id = :id
            """)
        .param("name", to.name())
        .param("account", to.account().value())
        .param("reason", reason)
        .param("id", clinic.value())
        .update();
  }

  void vacate(ClinicId clinic, Instant now) {
    jdbc.sql(
            """
            update capacity.clinic
               set practitioner_account = null, vacant_since = :now, version = version + 1
             where id = :id
            """)
        .param("now", utc(now))
        .param("id", clinic.value())
        .update();
  }

  void discard(ClinicId clinic) {
    jdbc.sql("delete from capacity.clinic where id = :id and status = 'draft'")
        .param("id", clinic.value())
        .update();
  }

  List<InstitutionId> hospitalsOfTemplates(Leaver leaver) {
    return left("select distinct t.hospital" + TEMPLATES + " order by 1", leaver)
        .query((row, _) -> InstitutionId.of(row.getString("hospital")))
        .list();
  }

  /// What the successor has a template of already, and everything without one, is retired.
  void handOverTemplates(Leaver from, InstitutionId hospital, @Nullable Successor to, Instant now) {
    if (to != null) {
      jdbc.sql(
              """
              update capacity.template t set practitioner = :name, practitioner_account = :account
               where t.practitioner_account = :from and t.hospital = :hospital
                 and t.retired_at is null and not exists (
                   select from capacity.template o
                    where o.hospital = t.hospital and o.practitioner_account = :account
                      and o.weekday = t.weekday and o.session = t.session and o.retired_at is null)
              """)
          .param("name", to.name())
          .param("account", to.account().value())
          .param("from", from.account().value())
          .param("hospital", hospital.value())
          .update();
    }
    jdbc.sql(
            """
            update capacity.template set retired_at = :now
             where practitioner_account = :from and hospital = :hospital and retired_at is null
            """)
        .param("now", utc(now))
        .param("from", from.account().value())
        .param("hospital", hospital.value())
        .update();
  }
}

package org.heyi.flow.referral.office;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of referral offices.
@Repository
class OfficeStore {

  /// Whoever sends, reviews or receives can be asked about a referral.
  private static final String[] DUTIES = {
    ReferralDuty.SEND.code(), ReferralDuty.REVIEW.code(), ReferralDuty.ARRIVE.code()
  };

  private final JdbcClient jdbc;

  OfficeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first.
  List<Office> versions(InstitutionId institution) {
    return jdbc.sql(
            """
            select o.*, array(select distinct h.name from access.card_duty_holder h
                               where h.institution = o.institution and h.duty = any (:duties)
                                 and h.account = any (o.staff)
                               order by h.name) as names
              from referral.office o where o.institution = :institution order by o.version desc
            """)
        .param("institution", institution.value())
        .param("duties", DUTIES)
        .query((row, _) -> office(row))
        .list();
  }

  private static Office office(ResultSet row) throws SQLException {
    return new Office(
        InstitutionId.of(row.getString("institution")),
        row.getInt("version"),
        row.getString("name"),
        row.getString("phone"),
        row.getString("hours"),
        Arrays.stream((UUID[]) row.getArray("staff").getArray())
            .map(AccountId::new)
            .collect(Collectors.toUnmodifiableSet()),
        List.of((String[]) row.getArray("names").getArray()),
        row.getString("changed_by"),
        instant(row, "changed_at"));
  }

  /// Those of the institutions that have named theirs.
  Set<InstitutionId> named(List<InstitutionId> of) {
    return new HashSet<>(
        jdbc.sql("select distinct institution from referral.office where institution = any (:of)")
            .param("of", of.stream().map(InstitutionId::value).toArray(String[]::new))
            .query((row, _) -> InstitutionId.of(row.getString("institution")))
            .list());
  }

  /// Who can be named, account → name.
  Map<AccountId, String> candidates(InstitutionId institution) {
    var found = new LinkedHashMap<AccountId, String>();
    jdbc.sql(
            """
            select distinct account, name from access.card_duty_holder
             where institution = :institution and duty = any (:duties) order by name, account
            """)
        .param("institution", institution.value())
        .param("duties", DUTIES)
        .query(row -> {
          found.put(new AccountId(row.getObject("account", UUID.class)), row.getString("name"));
        });
    return found;
  }

  /// False when somebody was first: the key decides.
  boolean add(NameOffice it, Staff by, Instant now) {
    return jdbc.sql(
                """
                insert into referral.office (institution, version, name, phone, hours, staff,
                                             account, changed_by, changed_at)
                select :institution, :version + 1, :name, :phone, :hours, :staff, :account, :by, :now
                 where :version = (select coalesce(max(version), 0) from referral.office
                                    where institution = :institution)
                    on conflict do nothing
                """)
            .param("institution", it.institution().value())
            .param("version", it.version())
            .param("name", it.name())
            .param("phone", it.phone())
            .param("hours", it.hours())
            .param("staff", it.staff().stream().map(AccountId::value).toArray(UUID[]::new))
            .param("account", by.account().value())
            .param("by", by.name())
            .param("now", utc(now))
            .update()
        == 1;
  }
}

package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Masks;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes residents and their numbers.
@Repository
class ResidentStore {

  private final JdbcClient jdbc;

  ResidentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ResidentId id, Newcomer newcomer, List<Identifier> numbers, Staff by, Instant now) {
    var person = newcomer.person();
    jdbc.sql(
            """
            insert into resident.resident (id, name, name_key, pinyin, own_code, sex, birth_date,
              birth_estimated, phone, phone_masked, address, residence, number_masked,
              no_number_reason, synthetic, area, institution, registered_at, registered_by, version)
            values (:id, :name, :key, :pinyin, :code, :sex, :born,
              :estimated, :phone, :phoneMasked, :address, :residence, :numberMasked,
              :reason, :synthetic, :area, :institution, :at, :by, 1)
            """)
        .param("id", id.value())
        .params(PersonColumns.of(person))
        .param("numberMasked", numbers.getFirst().masked())
        .param("reason", newcomer.noNumberReason())
        .param("synthetic", newcomer.synthetic())
        .param("area", by.area().value())
        .param("institution", by.institution().value())
        .param("at", utc(now))
        .param("by", by.account().value())
        .update();
  }

  /// Takes the number for the resident; after waiting for whoever else is taking it.
  ///
  /// @return false when it is somebody's already
  boolean addNumber(ResidentId id, Identifier number, Staff by, Instant now) {
    return jdbc.sql(
                """
                insert into resident.identifier
                  (system, issuer, value, resident, masked, added_at, added_by, institution)
                values (:system, :issuer, :value, :resident, :masked, :at, :by, :institution)
                on conflict on constraint identifier_pk do nothing
                """)
            .param("system", number.system().name())
            .param("issuer", number.issuer())
            .param("value", number.value())
            .param("resident", id.value())
            .param("masked", number.masked())
            .param("at", utc(now))
            .param("by", by.account().value())
            .param("institution", by.institution().value())
            .update()
        == 1;
  }

  /// Takes back the row that lost the race, before anything points to it.
  void forget(ResidentId id) {
    jdbc.sql("delete from resident.resident where id = :id").param("id", id.value()).update();
  }

  ResidentId holder(Identifier number) {
    return jdbc.sql(
            """
            select resident from resident.identifier
             where system = :system and issuer = :issuer and value = :value
            """)
        .param("system", number.system().name())
        .param("issuer", number.issuer())
        .param("value", number.value())
        .query((row, _) -> new ResidentId(row.getObject("resident", UUID.class)))
        .single();
  }

  PersonName name(ResidentId id) {
    return jdbc.sql("select name from resident.resident where id = :id")
        .param("id", id.value())
        .query((row, _) -> new PersonName(row.getString("name")))
        .single();
  }

  void spell(ResidentId id, Collection<String> keys) {
    jdbc.sql("delete from resident.spelling where resident = :id and not key = any (:keys)")
        .param("id", id.value())
        .param("keys", keys.toArray(String[]::new))
        .update();
    jdbc.sql(
            """
            insert into resident.spelling (key, resident) select key, :id from unnest(:keys) key
            on conflict on constraint spelling_pk do nothing
            """)
        .param("id", id.value())
        .param("keys", keys.toArray(String[]::new))
        .update();
  }

  long nextTemporaryNumber() {
    return jdbc.sql("select nextval('resident.temporary_number')").query(Long.class).single();
  }

  /// @return false when the version is not the row's any more
  boolean change(ResidentId id, int version, Person person) {
    return jdbc.sql(
                """
                update resident.resident
                   set name = :name, name_key = :key, pinyin = :pinyin, own_code = :code, sex = :sex,
                       birth_date = :born, birth_estimated = :estimated, phone = :phone,
                       phone_masked = :phoneMasked, address = :address, residence = :residence,
                       version = version + 1
                 where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .params(PersonColumns.of(person))
            .update()
        == 1;
  }

  /// The mask that lists show follows the best number: a paper before a card before a temporary
  /// one.
  int numberChanged(ResidentId id) {
    return jdbc.sql(
            """
            update resident.resident r
               set version = version + 1,
                   number_masked = best.masked,
                   no_number_reason = case when best.paper then '' else no_number_reason end
              from (select masked, rank < 50 as paper
                      from (select i.masked, i.added_at,
                                   case i.system
                                     when 'ID_CARD' then 1 when 'RESIDENCE_PERMIT' then 2
                                     when 'FOREIGN_PERMANENT_RESIDENCE' then 3 when 'PASSPORT' then 4
                                     when 'HK_MACAO_PASS' then 5 when 'TAIWAN_PASS' then 6
                                     when 'BIRTH_CERTIFICATE' then 7 when 'INSURANCE_CARD' then 50
                                     when 'HEALTH_CARD' then 51 when 'TEMPORARY' then 90
                                     else 99 end as rank
                              from resident.identifier i where i.resident = :id) ranked
                     order by rank, added_at limit 1) best
             where r.id = :id
            returning r.version
            """)
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  void note(ResidentId id, int version, String what, List<String> fields, Staff by, Instant now) {
    jdbc.sql(
            """
            insert into resident.change
              (resident, version, what, fields, at, account, name, institution)
            values (:id, :version, :what, :fields, :at, :account, :name, :institution)
            """)
        .param("id", id.value())
        .param("version", version)
        .param("what", what)
        .param("fields", fields.toArray(String[]::new))
        .param("at", utc(now))
        .param("account", by.account().value())
        .param("name", by.name())
        .param("institution", by.institution().value())
        .update();
  }

  /// What the person's ID number says of birth date and sex, if there is one.
  Optional<IdCard> card(ResidentId id) {
    return jdbc.sql(
            """
            select system, value from resident.identifier
             where resident = :id
               and system in ('ID_CARD', 'RESIDENCE_PERMIT', 'FOREIGN_PERMANENT_RESIDENCE')
             order by system limit 1
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Identifier(
                IdentifierSystem.valueOf(row.getString("system")), "", row.getString("value")))
        .optional()
        .flatMap(Identifier::card);
  }

  /// Whether the person has another ID card already; their row is locked, so that of two desks one
  /// sees the other's card.
  boolean lockedHasIdCard(ResidentId id, Identifier other) {
    jdbc.sql("select id from resident.resident where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .single();
    return jdbc.sql(
            """
            select exists (select from resident.identifier
                            where resident = :id and system = 'ID_CARD' and value <> :value)
            """)
        .param("id", id.value())
        .param("value", other.value())
        .query(Boolean.class)
        .single();
  }

  static String masked(String phone) {
    return phone.isEmpty() ? "" : Masks.phone(phone);
  }
}

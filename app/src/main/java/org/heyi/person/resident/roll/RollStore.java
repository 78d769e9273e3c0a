package org.heyi.person.resident.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks up many residents at once.
@Repository
class RollStore {

  private final JdbcClient jdbc;

  RollStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Who has which of these numbers.
  Map<Identifier, ResidentId> holders(Collection<Identifier> numbers) {
    var found = new HashMap<Identifier, ResidentId>();
    jdbc.sql(
            """
            select i.system, i.issuer, i.value, i.resident
              from unnest(:systems::text[], :issuers::text[], :values::text[])
                   as n(system, issuer, value)
              join resident.identifier i using (system, issuer, value)
            """)
        .param("systems", numbers.stream().map(it -> it.system().name()).toArray(String[]::new))
        .param("issuers", numbers.stream().map(Identifier::issuer).toArray(String[]::new))
        .param("values", numbers.stream().map(Identifier::value).toArray(String[]::new))
        .query(row -> {
          found.put(identifier(row), new ResidentId(row.getObject("resident", UUID.class)));
        });
    return found;
  }

  /// Who is called, born and reached so.
  Map<RollRow.Likeness, Set<ResidentId>> alike(Collection<RollRow.Likeness> likenesses) {
    var found = new HashMap<RollRow.Likeness, Set<ResidentId>>();
    jdbc.sql(
            """
            select r.name_key, r.birth_date, r.phone, r.id
              from unnest(:names::text[], :born::date[], :phones::text[]) as n(name, born, phone)
              join resident.resident r
                on r.name_key = n.name and r.birth_date = n.born and r.phone = n.phone
            """)
        .param("names", likenesses.stream().map(RollRow.Likeness::name).toArray(String[]::new))
        .param(
            "born",
            likenesses.stream()
                .map(it -> java.sql.Date.valueOf(it.born()))
                .toArray(java.sql.Date[]::new))
        .param("phones", likenesses.stream().map(RollRow.Likeness::phone).toArray(String[]::new))
        .query(row -> {
          var likeness =
              new RollRow.Likeness(
                  row.getString("name_key"),
                  row.getObject("birth_date", LocalDate.class),
                  row.getString("phone"));
          found
              .computeIfAbsent(likeness, _ -> new HashSet<>())
              .add(new ResidentId(row.getObject("id", UUID.class)));
        });
    return found;
  }

  Map<ResidentId, OnFile> people(Collection<ResidentId> ids) {
    var all = ids.stream().map(ResidentId::value).toArray(UUID[]::new);
    var numbers = numbers(all);
    var contacts = contacts(all);
    var groups = groups(all);
    return jdbc
        .sql(
            """
            select r.id, r.version, r.name, r.sex, r.birth_date, r.birth_estimated, r.phone,
                   r.address, r.residence, r.own_code, r.no_number_reason <> '' as paperless,
                   coalesce(t.institution, '') as first_contact
              from resident.resident r
              left join resident.tie t on t.resident = r.id and t.until_date is null
             where r.id = any (:ids)
            """)
        .param("ids", all)
        .query((row, _) -> onFile(row, numbers, contacts, groups))
        .list()
        .stream()
        .collect(Collectors.toMap(OnFile::id, it -> it));
  }

  private static OnFile onFile(
      ResultSet row,
      Map<UUID, Set<Identifier>> numbers,
      Map<UUID, List<OnFile.Contact>> contacts,
      Map<UUID, Set<String>> groups)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new OnFile(
        new ResidentId(id),
        row.getInt("version"),
        new Particulars(
            row.getString("name"),
            Sex.find(row.getString("sex")).orElseThrow(),
            row.getObject("birth_date", LocalDate.class),
            row.getBoolean("birth_estimated"),
            row.getString("phone"),
            row.getString("address"),
            row.getString("residence"),
            row.getString("own_code")),
        row.getBoolean("paperless"),
        numbers.getOrDefault(id, Set.of()),
        contacts.getOrDefault(id, List.of()),
        groups.getOrDefault(id, Set.of()),
        row.getString("first_contact"));
  }

  private Map<UUID, Set<Identifier>> numbers(UUID[] ids) {
    var found = new HashMap<UUID, Set<Identifier>>();
    jdbc.sql(
            "select resident, system, issuer, value from resident.identifier where resident = any (:ids)")
        .param("ids", ids)
        .query(row -> {
          found
              .computeIfAbsent(row.getObject("resident", UUID.class), _ -> new HashSet<>())
              .add(identifier(row));
        });
    return found;
  }

  private Map<UUID, Set<String>> groups(UUID[] ids) {
    var found = new HashMap<UUID, Set<String>>();
    jdbc.sql(
            """
            select resident, code from resident.population_flag
             where resident = any (:ids) and until_date is null
            """)
        .param("ids", ids)
        .query(row -> {
          found
              .computeIfAbsent(row.getObject("resident", UUID.class), _ -> new HashSet<>())
              .add(row.getString("code"));
        });
    return found;
  }

  private Map<UUID, List<OnFile.Contact>> contacts(UUID[] ids) {
    var found = new HashMap<UUID, List<OnFile.Contact>>();
    jdbc.sql(
            "select resident, name, relation, phone from resident.contact where resident = any (:ids)")
        .param("ids", ids)
        .query(row -> {
          found
              .computeIfAbsent(
                  row.getObject("resident", UUID.class), _ -> new java.util.ArrayList<>())
              .add(
                  new OnFile.Contact(
                      row.getString("name"), row.getString("relation"), row.getString("phone")));
        });
    return found;
  }

  private static Identifier identifier(ResultSet row) throws SQLException {
    return new Identifier(
        IdentifierSystem.valueOf(row.getString("system")),
        row.getString("issuer"),
        row.getString("value"));
  }
}

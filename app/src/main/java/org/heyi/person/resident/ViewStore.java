package org.heyi.person.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what a page shows of one resident.
@Repository
class ViewStore {

  private final JdbcClient jdbc;
  private final SelectionStore selections;
  private final GroupStore groups;

  ViewStore(JdbcClient jdbc, SelectionStore selections, GroupStore groups) {
    this.jdbc = jdbc;
    this.groups = groups;
    this.selections = selections;
  }

  Optional<ResidentCard> card(ResidentId id) {
    return jdbc.sql(
            """
            select name, sex, birth_date, id_number_masked, phone_masked
              from resident.card_resident where id = :id
            """)
        .param("id", id.value())
        .query((row, _) ->
            new ResidentCard(
                id,
                row.getString("name"),
                row.getString("sex"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("id_number_masked"),
                row.getString("phone_masked")))
        .optional();
  }

  Optional<ResidentView> view(ResidentId id, Set<ResidentAction> actions) {
    return jdbc.sql("select * from resident.resident where id = :id")
        .param("id", id.value())
        .query((row, _) -> view(id, row, actions))
        .optional();
  }

  private ResidentView view(ResidentId id, ResultSet row, Set<ResidentAction> actions)
      throws SQLException {
    return new ResidentView(
        id,
        row.getInt("version"),
        row.getString("name"),
        Sex.find(row.getString("sex")).orElseThrow(),
        row.getObject("birth_date", LocalDate.class),
        row.getBoolean("birth_estimated"),
        row.getString("phone_masked"),
        row.getString("address"),
        row.getString("residence"),
        row.getString("own_code"),
        row.getString("no_number_reason"),
        row.getBoolean("synthetic"),
        new InstitutionId(row.getString("institution")),
        Moments.instant(row, "registered_at"),
        numbers(id),
        contacts(id),
        consents(id),
        ties(id),
        selections.all(id),
        groups.all(id),
        actions);
  }

  private List<ResidentView.Number> numbers(ResidentId id) {
    return jdbc.sql(
            """
            select system, issuer, masked from resident.identifier
             where resident = :id order by added_at, system
            """)
        .param("id", id.value())
        .query((row, _) ->
            new ResidentView.Number(
                IdentifierSystem.valueOf(row.getString("system")),
                row.getString("issuer"),
                row.getString("masked")))
        .list();
  }

  private List<ResidentView.Contact> contacts(ResidentId id) {
    return jdbc.sql(
            """
            select id, name, relation, phone_masked from resident.contact
             where resident = :id order by id
            """)
        .param("id", id.value())
        .query((row, _) ->
            new ResidentView.Contact(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("relation"),
                row.getString("phone_masked")))
        .list();
  }

  private List<ResidentView.Consent> consents(ResidentId id) {
    return jdbc.sql(
            """
            select id, text, giver, giver_name, given_at, withdrawn_at from resident.consent
             where resident = :id order by given_at desc, id desc
            """)
        .param("id", id.value())
        .query((row, _) ->
            new ResidentView.Consent(
                row.getObject("id", UUID.class),
                row.getString("text"),
                RegisterResident.Giver.valueOf(row.getString("giver")),
                row.getString("giver_name"),
                Moments.instant(row, "given_at"),
                Moments.instantOrNull(row, "withdrawn_at")))
        .list();
  }

  private List<ResidentView.Tie> ties(ResidentId id) {
    return jdbc.sql(
            """
            select institution, grid, from_date, until_date from resident.tie
             where resident = :id order by from_date desc
            """)
        .param("id", id.value())
        .query((row, _) ->
            new ResidentView.Tie(
                new InstitutionId(row.getString("institution")),
                row.getString("grid"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class)))
        .list();
  }

  RevealedResident revealed(ResidentId id) {
    var phone =
        jdbc.sql("select phone from resident.resident where id = :id")
            .param("id", id.value())
            .query(String.class)
            .single();
    var numbers =
        jdbc.sql(
                """
                select system, value from resident.identifier
                 where resident = :id order by added_at, system
                """)
            .param("id", id.value())
            .query((row, _) ->
                new RevealedResident.Number(
                    IdentifierSystem.valueOf(row.getString("system")), row.getString("value")))
            .list();
    var contacts =
        jdbc.sql("select name, phone from resident.contact where resident = :id order by id")
            .param("id", id.value())
            .query((row, _) ->
                new RevealedResident.Contact(row.getString("name"), row.getString("phone")))
            .list();
    return new RevealedResident(phone, numbers, contacts);
  }

  Particulars particulars(ResidentId id) {
    return jdbc.sql(
            """
            select name, sex, birth_date, birth_estimated, phone, address, residence, own_code
              from resident.resident where id = :id
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Particulars(
                row.getString("name"),
                Sex.find(row.getString("sex")).orElseThrow(),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("birth_estimated"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("residence"),
                row.getString("own_code")))
        .single();
  }

  List<ResidentChange> changesAfter(ResidentId id, int version) {
    return jdbc.sql(
            """
            select version, what, fields, at, name, institution from resident.change
             where resident = :id and version > :version order by version
            """)
        .param("id", id.value())
        .param("version", version)
        .query((row, _) ->
            new ResidentChange(
                row.getInt("version"),
                row.getString("what"),
                Arrays.asList((String[]) row.getArray("fields").getArray()),
                Moments.instant(row, "at"),
                row.getString("name"),
                new InstitutionId(row.getString("institution"))))
        .list();
  }
}

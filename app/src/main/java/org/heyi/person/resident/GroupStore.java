package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.heyi.person.resident.group.PopulationGroup;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of population groups.
@Repository
class GroupStore {

  private final JdbcClient jdbc;

  GroupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return false when it is recorded already
  boolean set(
      ResidentId resident, String code, String source, LocalDate from, Staff by, Instant now) {
    return jdbc.sql(
                """
                insert into resident.population_flag
                  (id, resident, code, source, from_date, set_at, set_by, set_by_name, institution)
                values (:id, :resident, :code, :source, :from, :at, :by, :name, :institution)
                on conflict (resident, code) where until_date is null do nothing
                """)
            .param("id", UuidCreator.getTimeOrderedEpoch())
            .param("resident", resident.value())
            .param("code", code)
            .param("source", source)
            .param("from", from)
            .param("at", utc(now))
            .param("by", by.account().value())
            .param("name", by.name())
            .param("institution", by.institution().value())
            .update()
        == 1;
  }

  /// It held until that day; one that began on that very day held for it.
  ///
  /// @return false when it has ended already
  boolean end(UUID flag, ResidentId resident, LocalDate on, Staff by) {
    return jdbc.sql(
                """
                update resident.population_flag
                   set until_date = greatest(:on, from_date + 1), ended_by = :by, ended_by_name = :name
                 where id = :id and resident = :resident and until_date is null
                """)
            .param("on", on)
            .param("by", by.account().value())
            .param("name", by.name())
            .param("id", flag)
            .param("resident", resident.value())
            .update()
        == 1;
  }

  /// What holds first, then what ended, newest first.
  List<ResidentView.Flag> all(ResidentId resident) {
    return jdbc.sql(
            """
            select id, code, source, from_date, until_date, set_by_name, ended_by_name
              from resident.population_flag where resident = :resident
             order by until_date desc nulls first, from_date desc, code
            """)
        .param("resident", resident.value())
        .query((row, _) ->
            new ResidentView.Flag(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("source"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getString("set_by_name"),
                row.getString("ended_by_name")))
        .list();
  }

  /// How many people of each group an institution of a grid cares for first; whoever is in a group
  /// twice counts once.
  List<ResidentGroups.Count> counts(
      Collection<String> institutions, PopulationGroups groups, LocalDate today) {
    var all = groups.all();
    var recorded =
        all.stream()
            .flatMap(it -> it.recorded().stream().map(flag -> new String[] {it.code(), flag}))
            .toList();
    return jdbc.sql(
            """
            select t.grid, t.institution, g.code, count(*) as people
              from resident.tie t
              join resident.resident r on r.id = t.resident
             cross join lateral (
               select a.code from unnest(:codes::text[], :bornFrom::date[], :bornUntil::date[])
                         as a (code, since, before)
                where r.birth_date >= a.since and r.birth_date < a.before
               union
               select i.code from unnest(:groups::text[], :flags::text[]) as i (code, flag)
                 join resident.population_flag f on f.code = i.flag
                where f.resident = r.id and f.until_date is null) g
             where t.until_date is null and t.institution = any (:institutions)
             group by t.grid, t.institution, g.code
             order by t.grid, t.institution, g.code
            """)
        .param("codes", all.stream().map(PopulationGroup::code).toArray(String[]::new))
        .param(
            "bornFrom",
            all.stream().map(it -> it.bornFrom(today).toString()).toArray(String[]::new))
        .param(
            "bornUntil",
            all.stream().map(it -> it.bornUntil(today).toString()).toArray(String[]::new))
        .param("groups", recorded.stream().map(it -> it[0]).toArray(String[]::new))
        .param("flags", recorded.stream().map(it -> it[1]).toArray(String[]::new))
        .param("institutions", institutions.toArray(String[]::new))
        .query((row, _) ->
            new ResidentGroups.Count(
                row.getString("grid"),
                new InstitutionId(row.getString("institution")),
                row.getString("code"),
                row.getLong("people")))
        .list();
  }
}

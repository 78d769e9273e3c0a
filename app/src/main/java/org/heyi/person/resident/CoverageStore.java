package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.steering.directory.InstitutionKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of who is in no service grid, and why.
@Repository
class CoverageStore {

  /// Permanent residents of areas with grids, each with the reason why they are in none, or null.
  private static final String PERMANENT =
      """
      with permanent as (
        select r.id, r.name, r.name_key, r.sex, r.birth_date, r.number_masked, r.phone_masked,
               r.synthetic, coalesce(t.institution, r.institution) as institution,
               case when t.resident is null then 'no-institution'
                    when g.id is not null then null
                    when t.grid <> '' then 'grid-ended'
                    when exists (select from community.card_member m
                                  where m.institution = t.institution and m.grid <> '')
                      then 'grid-later'
                    when i.kind = any (:stations) and i.managed_by is null then 'no-manager'
                    else 'in-no-grid' end as reason
          from resident.resident r
          left join resident.tie t on t.resident = r.id and t.until_date is null
          left join community.card_grid g on g.id = t.grid
          left join directory.card_institution i on i.id = t.institution
         where r.residence <> 'not-permanent'
           and coalesce(i.area, r.area) in (select area from community.card_grid)
           and coalesce(t.institution, r.institution) = any (:institutions)
      """;

  /// Within the reader's rights: an institution of theirs has a live relationship.
  private static final String SEEN =
      """
           and exists (select from access.card_relationship k
                        where k.resident = r.id and k.institution = any (:institutions)
                          and k.until > :now)
      )
      """;

  private static final Map<String, String> SORTS =
      Map.of("name", "name_key", "institution", "institution", "reason", "reason");

  private final JdbcClient jdbc;

  CoverageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ResidentCoverage.Summary summary(Collection<String> institutions, Instant now) {
    var missing = new LinkedHashMap<String, Long>();
    long all = 0;
    var counts =
        jdbc.sql(
                PERMANENT
                    + SEEN
                    + """
                    select coalesce(reason, '') as reason, count(*) as people
                      from permanent group by reason order by reason
                    """)
            .params(params(institutions, now))
            .query((row, _) -> Map.entry(row.getString("reason"), row.getLong("people")))
            .list();
    for (var it : counts) {
      all += it.getValue();
      if (!it.getKey().isEmpty()) {
        missing.put(it.getKey(), it.getValue());
      }
    }
    return new ResidentCoverage.Summary(all, missing);
  }

  Page<ResidentCoverage.Row> missing(
      Collection<String> institutions, String reason, PageQuery page, Instant now) {
    var wanted =
        PERMANENT
            + SEEN
            + " select %s from permanent where reason is not null"
            + " and (:reason = '' or reason = :reason)";
    long total =
        jdbc.sql(wanted.formatted("count(*)"))
            .params(params(institutions, now))
            .param("reason", reason)
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                wanted.formatted("*")
                    + page.orderBy(SORTS, "reason, name_key, id")
                    + " limit :size offset :offset")
            .params(params(institutions, now))
            .param("reason", reason)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) ->
                new ResidentCoverage.Row(
                    new ResidentHit(
                        new ResidentId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Sex.find(row.getString("sex")).orElseThrow(),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("number_masked"),
                        row.getString("phone_masked"),
                        true,
                        row.getBoolean("synthetic")),
                    new InstitutionId(row.getString("institution")),
                    row.getString("reason")))
            .list();
    return new Page<>(rows, total, page);
  }

  /// How many of each institution's permanent people are in no grid.
  Map<InstitutionId, Long> missing(Collection<InstitutionId> institutions) {
    var counts = new HashMap<InstitutionId, Long>();
    var ids = institutions.stream().map(InstitutionId::value).toArray(String[]::new);
    jdbc.sql(
            PERMANENT
                + """
                )
                select institution, count(*) as people
                  from permanent where reason is not null group by institution
                """)
        .param("institutions", ids)
        .param("stations", stations())
        .query(row -> {
          counts.put(new InstitutionId(row.getString("institution")), row.getLong("people"));
        });
    return counts;
  }

  private static Map<String, Object> params(Collection<String> institutions, Instant now) {
    return Map.of(
        "institutions",
        institutions.toArray(String[]::new),
        "stations",
        stations(),
        "now",
        utc(now));
  }

  private static String[] stations() {
    return InstitutionKind.codes(InstitutionKind.Group.STATION).toArray(String[]::new);
  }
}

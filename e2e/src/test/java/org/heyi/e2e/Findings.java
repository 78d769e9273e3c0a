package org.heyi.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// What stands in the embedded database, asked by SQL beside the application.
final class Findings implements AutoCloseable {

  /// One line per write that people did.
  private static final String FACTS =
      """
      select 'resident ' || id from resident.resident
       union all
      select 'step ' || referral || ' ' || version || ' ' || action
        from referral.step where account is not null
       union all
      select 'work ' || subject_id || ' ' || step || ' ' || row_number() over (
             partition by subject_id, step order by at, id)
        from work.step where step in ('CLAIMED', 'RELEASED') and account is not null
      """;

  /// What must not be: one select per kind, each giving the rows that are wrong.
  private static final Map<String, String> ORPHANS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "appointments without a taken slot",
                  """
                  select a.id from capacity.appointment a join capacity.slot s on s.id = a.slot
                   where a.status in ('booked', 'arrived', 'no_show') and s.state <> 'booked'
                  """),
              Map.entry(
                  "taken slots without an appointment",
                  """
                  select s.id from capacity.slot s where s.state = 'booked' and not exists (
                    select from capacity.appointment a
                     where a.slot = s.id and a.status in ('booked', 'arrived', 'no_show'))
                  """),
              Map.entry(
                  "appointments without their referral",
                  """
                  select a.id from capacity.appointment a
                    left join referral.referral r
                      on r.id::text = a.purpose_id and r.appointment = a.id
                   where a.purpose_kind = 'referral' and a.status in ('booked', 'arrived')
                     and r.id is null
                  """),
              Map.entry(
                  "referrals without their appointment",
                  """
                  select r.id from referral.referral r
                    left join capacity.appointment a on a.id = r.appointment and a.status = case
                      when r.state in ('SENT', 'RETURNED', 'ACCEPTED') then 'booked'
                      else 'arrived' end
                   where r.appointment is not null and a.id is null
                  """),
              Map.entry(
                  "referrals that differ from their last step",
                  """
                  select r.id from referral.referral r
                    left join referral.step s on s.referral = r.id and s.version = r.version
                   where s.state is distinct from r.state
                      or r.version <> (select count(*) from referral.step n where n.referral = r.id)
                  """),
              Map.entry(
                  "referrals without content",
                  """
                  select r.id from referral.referral r
                   where not exists (select from referral.summary s where s.referral = r.id)
                  """),
              Map.entry(
                  "open referrals nobody has to work on",
                  """
                  select r.id from referral.referral r
                   where r.state in ('SENT', 'RETURNED', 'ACCEPTED', 'ARRIVED', 'IN_CARE', 'FED_BACK')
                     and not exists (select from work.item w where w.closed_at is null
                       and w.subject_kind = 'referral' and w.subject_id = r.id::text)
                  """),
              Map.entry(
                  "work on what is over",
                  """
                  select w.id from work.item w
                    left join referral.referral r on r.id::text = w.subject_id and r.state in (
                      'SENT', 'RETURNED', 'ACCEPTED', 'ARRIVED', 'IN_CARE', 'FED_BACK')
                   where w.subject_kind = 'referral' and w.closed_at is null and r.id is null
                  """),
              Map.entry(
                  "residents without number, spelling or first change",
                  """
                  select r.id from resident.resident r
                   where not exists (select from resident.identifier i where i.resident = r.id)
                      or not exists (select from resident.spelling s where s.resident = r.id)
                      or not exists (select from resident.change c where c.resident = r.id)
                  """),
              Map.entry(
                  "steps without audit entry",
                  """
                  select s.referral from referral.step s
                   group by s.referral, s.action
                  having count(*) <> (
                    select count(*) from audit.entry e
                     where e.subject_kind = 'referral' and e.subject_id = s.referral::text
                       and e.outcome = 'DONE'
                       and e.action = 'referral.' || replace(lower(s.action), '_', '-'))
                  """),
              Map.entry("events not delivered", "select id from infra.event_publication"),
              Map.entry(
                  "audit entries not sealed",
                  """
                  select e.id from audit.entry e
                   where not exists (select from audit.seal s where s.entry = e.id)
                  """)));

  /// A job that was killed at its work, such as sealing, begins anew after 80 seconds.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int BREATH_MILLIS = 500;

  private final Connection connection;

  Findings(Path data) throws IOException, SQLException {
    this(BuiltInDatabase.asSuperuser(data, "heyi"));
  }

  Findings(Connection connection) {
    this.connection = connection;
  }

  static Set<String> factsIn(Path data) throws IOException, SQLException {
    try (var findings = new Findings(data)) {
      return findings.facts();
    }
  }

  /// Events are delivered and audit entries sealed a little later: that is waited for.
  static Map<String, Integer> orphansInTheEnd(Path data) throws Exception {
    try (var findings = new Findings(data)) {
      return findings.orphansInTheEnd();
    }
  }

  Map<String, Integer> orphansInTheEnd() throws Exception {
    var until = Instant.now().plus(PATIENCE);
    var orphans = orphans();
    while (!orphans.values().stream().allMatch(it -> it == 0) && Instant.now().isBefore(until)) {
      TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
      orphans = orphans();
    }
    return orphans;
  }

  Set<String> facts() throws SQLException {
    return new TreeSet<>(column(FACTS));
  }

  /// Kind → how many; all kinds are named.
  Map<String, Integer> orphans() throws SQLException {
    var found = new TreeMap<String, Integer>();
    for (var kind : ORPHANS.entrySet()) {
      found.put(kind.getKey(), column(kind.getValue()).size());
    }
    return found;
  }

  private List<String> column(String sql) throws SQLException {
    var column = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        column.add(rows.getString(1));
      }
    }
    return column;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

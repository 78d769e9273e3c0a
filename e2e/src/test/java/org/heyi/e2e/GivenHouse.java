package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/// The old house of [Landed] on a PostgreSQL that a database administrator has prepared.
///
/// There is no demonstration on a given database: it works by the real clock. Its schedule clerk
/// publishes next week's clinics as in real life. Two things only time can do are done in the
/// database by hand: the passwords are as new as if the backup were of yesterday, and the day of
/// the visit comes.
final class GivenHouse implements AutoCloseable {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final MachinesPostgres postgres;
  private final Path data;

  private GivenHouse(MachinesPostgres postgres, Path data) {
    this.postgres = postgres;
    this.data = data;
  }

  static GivenHouse in(Path folder) throws Exception {
    var house = new GivenHouse(MachinesPostgres.start(folder), folder.resolve("data"));
    var restored =
        Script.run(house.data, house.environment(), "restore", Landed.BACKUP.toAbsolutePath());
    assertThat(restored.code()).isZero();
    house.execute("update access.account set password_at = now()");
    return house;
  }

  MachinesPostgres postgres() {
    return postgres;
  }

  Path data() {
    return data;
  }

  Map<String, String> environment() {
    return postgres.environment();
  }

  static void publishNextWeek(Stage stage) {
    var monday = LocalDate.now(CHINA).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    try (var clerk = stage.visitor("schedule1", "zh-CN", 1280)) {
      Stage.press(clerk, "/clinics?week=" + monday, "/clinics/draft");
      Stage.press(
          clerk,
          "/clinics/publish?from=%s&until=%s".formatted(monday, monday.plusDays(6)),
          "/clinics/publish");
      assertThat(clerk.page().url()).contains("/clinics?week=" + monday);
    }
  }

  void dayOfVisit(String referral) throws SQLException {
    execute(
        """
        with visit as (
          select slot, (now() at time zone 'Asia/Shanghai')::date as today
            from capacity.appointment
           where purpose_kind = 'referral' and current and purpose_id = '%s')
        update capacity.slot
           set day = today,
               session_at = (today + time '08:00') at time zone 'Asia/Shanghai',
               starts_at = (today + time '08:00') at time zone 'Asia/Shanghai',
               ends_at = (today + time '08:15') at time zone 'Asia/Shanghai'
          from visit where id = slot
        """
            .formatted(referral.substring(referral.lastIndexOf('/') + 1)));
  }

  void execute(String sql) throws SQLException {
    try (var connection = postgres.asSuperuser("heyi");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first column of the first row.
  String text(String sql) throws SQLException {
    try (var connection = postgres.asSuperuser("heyi");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}

package org.heyi.platform.sheet;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.RunView.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of imports as a whole.
@Repository
class RunStore {

  /// A file that was looked through.
  record NewRun(
      RunId id, String kind, String file, String sha256, byte[] content, Counts checked) {}

  /// What the work needs to know of an import.
  record Job(RunId id, String kind, ImportMode mode, PostId post) {}

  private static final String SELECT =
      """
      select id, kind, file_name, state, mode, by_name, checked_at, done_at, progress, problem,
             checked_fresh, checked_changed, checked_unchanged, checked_wrong,
             done_fresh, done_changed, done_unchanged, done_wrong, content is not null as kept
        from sheet.run
      """;

  private static final Map<String, String> SORTS =
      Map.of("at", "checked_at", "file", "file_name", "by", "by_name", "state", "state");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RunStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(NewRun run, Staff by, Instant now) {
    jdbc.sql(
            """
            insert into sheet.run (id, kind, file_name, sha256, content, state, institution, post,
              account, by_name, checked_at, checked_fresh, checked_changed, checked_unchanged,
              checked_wrong)
            values (:id, :kind, :file, :sha256, :content, 'CHECKED', :institution, :post,
              :account, :name, :now, :fresh, :changed, :unchanged, :wrong)
            """)
        .param("id", run.id().value())
        .param("kind", run.kind())
        .param("file", run.file())
        .param("sha256", run.sha256())
        .param("content", run.content())
        .param("institution", by.institution().value())
        .param("post", by.post().value())
        .param("account", by.account().value())
        .param("name", by.name())
        .param("now", utc(now))
        .param("fresh", run.checked().fresh())
        .param("changed", run.checked().changed())
        .param("unchanged", run.checked().unchanged())
        .param("wrong", run.checked().wrong())
        .update();
  }

  /// Those of an institution are its own.
  Optional<RunView> find(String kind, RunId id, InstitutionId institution) {
    return jdbc.sql(SELECT + " where id = :id and kind = :kind and institution = :institution")
        .param("id", id.value())
        .param("kind", kind)
        .param("institution", institution.value())
        .query((row, _) -> view(row))
        .optional();
  }

  Page<RunView> list(Collection<String> kinds, PageQuery page, InstitutionId institution) {
    var where = " where kind = any (:kinds) and institution = :institution";
    var all = kinds.toArray(String[]::new);
    long total =
        jdbc.sql("select count(*) from sheet.run" + where)
            .param("kinds", all)
            .param("institution", institution.value())
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                SELECT
                    + where
                    + page.orderBy(SORTS, "checked_at desc, id")
                    + " limit :size offset :offset")
            .param("kinds", all)
            .param("institution", institution.value())
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row))
            .list();
    return new Page<>(rows, total, page);
  }

  /// Empty when it was forgotten.
  Optional<byte[]> content(RunId id) {
    return jdbc.sql("select content from sheet.run where id = :id and content is not null")
        .param("id", id.value())
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }

  /// Of two who press at once, one begins.
  boolean begin(RunId id, ImportMode mode, Staff by, Instant now) {
    return jdbc.sql(
                """
                update sheet.run
                   set state = 'WORKING', mode = :mode, pressed_at = :now, problem = null,
                       post = :post, account = :account, by_name = :name
                 where id = :id and state in ('CHECKED', 'STOPPED') and content is not null
                """)
            .param("mode", mode.name())
            .param("now", utc(now))
            .param("post", by.post().value())
            .param("account", by.account().value())
            .param("name", by.name())
            .param("id", id.value())
            .update()
        == 1;
  }

  /// Those that were begun, longest waiting first.
  List<RunId> working() {
    return jdbc.sql("select id from sheet.run where state = 'WORKING' order by pressed_at")
        .query((row, _) -> new RunId(row.getObject("id", UUID.class)))
        .list();
  }

  /// Imports of one kind take turns, transaction by transaction: what two files have in common is
  /// found by the second as written by the first.
  void takeTurn(String kind) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('heyi.sheet.' || :kind))")
        .param("kind", kind)
        .query()
        .listOfRows();
  }

  Optional<Job> job(RunId id) {
    return jdbc.sql(
            "select id, kind, mode, post from sheet.run where id = :id and state = 'WORKING'")
        .param("id", id.value())
        .query((row, _) ->
            new Job(
                new RunId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                ImportMode.valueOf(row.getString("mode")),
                new PostId(row.getObject("post", UUID.class))))
        .optional();
  }

  void progress(RunId id, int rows) {
    jdbc.sql("update sheet.run set progress = :rows where id = :id and state = 'WORKING'")
        .param("rows", rows)
        .param("id", id.value())
        .update();
  }

  /// What the rows have become is counted from the rows.
  boolean finish(RunId id, Instant now) {
    return jdbc.sql(
                """
                update sheet.run u
                   set state = 'DONE', done_at = :now, done_fresh = n.fresh,
                       done_changed = n.changed, done_unchanged = n.unchanged, done_wrong = n.wrong
                  from (select count(*) filter (where became = 'NEW') as fresh,
                               count(*) filter (where became = 'CHANGED') as changed,
                               count(*) filter (where became = 'UNCHANGED') as unchanged,
                               count(*) filter (where became = 'WRONG') as wrong
                          from (select coalesce(outcome, checked) as became
                                  from sheet.run_row where run = :id) r) n
                 where u.id = :id and u.state = 'WORKING'
                """)
            .param("now", utc(now))
            .param("id", id.value())
            .update()
        == 1;
  }

  void end(RunId id, RunState state, CellProblem why) {
    jdbc.sql(
            """
            update sheet.run set state = :state, problem = :problem::jsonb
             where id = :id and state = 'WORKING'
            """)
        .param("state", state.name())
        .param("problem", json.writeValueAsString(why))
        .param("id", id.value())
        .update();
  }

  /// Forgets files and rows of imports older than that; those at work finish first.
  int forget(Instant before) {
    jdbc.sql(
            """
            delete from sheet.run_row where run in (
              select id from sheet.run
               where checked_at < :before and content is not null and state <> 'WORKING')
            """)
        .param("before", utc(before))
        .update();
    return jdbc.sql(
            """
            update sheet.run set content = null
             where checked_at < :before and content is not null and state <> 'WORKING'
            """)
        .param("before", utc(before))
        .update();
  }

  private RunView view(ResultSet row) throws SQLException {
    var mode = row.getString("mode");
    var problem = row.getString("problem");
    return new RunView(
        new RunId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("file_name"),
        RunState.valueOf(row.getString("state")),
        mode == null ? null : ImportMode.valueOf(mode),
        row.getString("by_name"),
        instant(row, "checked_at"),
        instantOrNull(row, "done_at"),
        counts("checked", row),
        counts("done", row),
        row.getInt("progress"),
        Optional.ofNullable(problem).map(it -> json.readValue(it, CellProblem.class)),
        List.of(),
        List.of(),
        row.getBoolean("kept"));
  }

  private static Counts counts(String when, ResultSet row) throws SQLException {
    return new Counts(
        row.getInt(when + "_fresh"),
        row.getInt(when + "_changed"),
        row.getInt(when + "_unchanged"),
        row.getInt(when + "_wrong"));
  }
}

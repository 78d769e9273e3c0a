package org.heyi.platform.audit;

import static java.util.stream.Collectors.joining;
import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// SQL of the entries. Rows are added and read, never changed.
@Repository
class AuditStore {

  static final Map<String, String> SORTS =
      Map.of("at", "e.at", "who", "e.actor", "action", "e.action", "outcome", "e.outcome");

  static final String COLUMNS =
      """
      e.id, e.at, e.actor_kind, e.actor, e.account, e.post, e.role, e.institution, e.area, e.action,
      e.subject_kind, e.subject_id, e.residents, e.outcome, e.problem, e.facts
      """;

  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(AuditActor actor, AuditEntry entry, Instant at) {
    insert(actor, entry, AuditOutcome.DONE, null, at);
  }

  void addRefusal(AuditActor actor, AuditEntry entry, Problem why, Instant at) {
    insert(actor, entry, AuditOutcome.REFUSED, why.code(), at);
  }

  private void insert(
      AuditActor actor,
      AuditEntry entry,
      AuditOutcome outcome,
      @Nullable String problem,
      Instant at) {
    var person = actor instanceof AuditActor.Person it ? it : null;
    jdbc.sql(
            """
            insert into audit.entry (id, at, actor_kind, actor, account, post, role, institution,
              area, action, subject_kind, subject_id, residents, outcome, problem, facts)
            values (:id, :at, :kind, :actor, :account, :post, :role, :institution, :area, :action,
              :subjectKind, :subjectId, cast(:residents as uuid[]), :outcome, :problem,
              cast(:facts as jsonb))
            """)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("at", utc(at))
        .param("kind", kind(actor))
        .param("actor", storable(actor.name()))
        .param("account", person == null ? null : person.account().value())
        .param("post", person == null ? null : person.post().value())
        .param("role", person == null ? null : person.role())
        .param("institution", person == null ? null : person.institution().value())
        .param("area", person == null ? null : person.area().value())
        .param("action", entry.action())
        .param("subjectKind", entry.subject().kind())
        .param("subjectId", storable(entry.subject().id()))
        .param("residents", array(entry))
        .param("outcome", outcome.name())
        .param("problem", problem)
        .param("facts", json(entry))
        .update();
  }

  Page<AuditView> search(AuditQuery query, Reach reach, PageQuery page) {
    var institution = reach.institution() == null ? query.institution() : reach.institution();
    var conditions =
        """
         where e.at >= :from and e.at < :until
           and (e.area = :area or (e.area is null and :wholeArea))
           and (:actor = '' or e.actor ilike '%' || :actor || '%')
           and (cast(:account as uuid) is null or e.account = :account)
           and (:action = '' or e.action = :action or starts_with(e.action, :action || '.'))
           and (:words = '' or e.action ~ :words)
           and (cast(:resident as uuid[]) is null or e.residents @> cast(:resident as uuid[]))
           and (cast(:institution as text) is null or e.institution = :institution)
           and (cast(:outcome as text) is null or e.outcome = :outcome)
        """;
    var params = new HashMap<String, @Nullable Object>();
    params.put("from", utc(query.from()));
    params.put("until", utc(query.until()));
    params.put("area", reach.area().value());
    params.put("wholeArea", reach.institution() == null);
    params.put("actor", literal(query.actor().strip()));
    params.put("account", query.account() == null ? null : query.account().value());
    params.put("action", query.action().strip());
    params.put("words", query.words());
    params.put("resident", query.resident() == null ? null : "{" + query.resident() + "}");
    params.put("institution", institution == null ? null : institution.value());
    params.put("outcome", query.outcome() == null ? null : query.outcome().name());
    return page(conditions, params, page);
  }

  /// Empty when there is none, or not within reach.
  Optional<AuditView> find(UUID id, Reach reach) {
    var params = new HashMap<String, @Nullable Object>();
    params.put("id", id);
    params.put("area", reach.area().value());
    params.put("institution", reach.institution() == null ? null : reach.institution().value());
    var conditions =
        """
         where e.id = :id
           and (e.area = :area or (e.area is null and cast(:institution as text) is null))
           and (cast(:institution as text) is null or e.institution = :institution)
        """;
    return page(conditions, params, PageQuery.first()).rows().stream().findFirst();
  }

  Page<AuditView> about(ResidentId resident, PageQuery page) {
    return page(
        " where e.residents @> cast(:resident as uuid[])",
        Map.of("resident", "{" + resident + "}"),
        page);
  }

  private Page<AuditView> page(
      String conditions, Map<String, ? extends @Nullable Object> params, PageQuery page) {
    var total =
        jdbc.sql("select count(*) from audit.entry e" + conditions)
            .params(params)
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + ", s.position from audit.entry e left join audit.seal s on s.entry = e.id"
                    + conditions
                    + page.orderBy(SORTS, "e.at desc, e.id desc")
                    + " limit :limit offset :offset")
            .params(params)
            .param("limit", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row))
            .list();
    return new Page<>(rows, total, page);
  }

  AuditView view(ResultSet row) throws SQLException {
    var residents = (UUID[]) row.getArray("residents").getArray();
    return new AuditView(
        row.getObject("id", UUID.class),
        instant(row, "at"),
        actor(row),
        row.getString("action"),
        new Subject(row.getString("subject_kind"), row.getString("subject_id")),
        Arrays.stream(residents).map(ResidentId::new).toList(),
        AuditOutcome.valueOf(row.getString("outcome")),
        row.getString("problem"),
        json.readValue(row.getString("facts"), FACTS),
        row.getObject("position", Long.class));
  }

  private static AuditActor actor(ResultSet row) throws SQLException {
    var name = row.getString("actor");
    return switch (row.getString("actor_kind")) {
      case "LOGIN" -> new AuditActor.Login(name);
      case "CLOCK" -> new AuditActor.Clockwork(name);
      default ->
          new AuditActor.Person(
              name,
              new AccountId(row.getObject("account", UUID.class)),
              new PostId(row.getObject("post", UUID.class)),
              row.getString("role"),
              new InstitutionId(row.getString("institution")),
              new AreaId(row.getString("area")));
    };
  }

  private static String kind(AuditActor actor) {
    return switch (actor) {
      case AuditActor.Person _ -> "STAFF";
      case AuditActor.Login _ -> "LOGIN";
      case AuditActor.Clockwork _ -> "CLOCK";
    };
  }

  private static String array(AuditEntry entry) {
    return entry.residents().stream()
        .map(ResidentId::toString)
        .sorted()
        .collect(joining(",", "{", "}"));
  }

  private String json(AuditEntry entry) {
    var facts = new TreeMap<String, String>();
    entry.facts().forEach((key, value) -> facts.put(storable(key), storable(value)));
    return json.writeValueAsString(facts);
  }

  /// What was typed into an address or a form may hold what PostgreSQL cannot keep: NUL and halves
  /// of surrogate pairs. An entry is too important to fail for that.
  static String storable(String text) {
    return text.codePoints()
        .map(it -> it == 0 || (it >= 0xD800 && it <= 0xDFFF) ? 0xFFFD : it)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String literal(String part) {
    return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}

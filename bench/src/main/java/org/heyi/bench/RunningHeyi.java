package org.heyi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.heyi.platform.access.DemoAccounts;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// Heyi in this process, on a fresh data directory with the demonstration of 宁河, or on the one that
/// `heyi.bench.data` names, which then stays.
///
/// The baselines use its own connection pool, so that both sides have the same number of
/// connections, the same role and the same durability.
public final class RunningHeyi implements AutoCloseable {

  private final Path data;
  private final boolean passing;
  private final Recorder recorder;
  private final ServletWebServerApplicationContext context;

  private RunningHeyi(
      Path data, boolean passing, Recorder recorder, ServletWebServerApplicationContext context) {
    this.data = data;
    this.passing = passing;
    this.recorder = recorder;
    this.context = context;
  }

  public static RunningHeyi start() throws IOException, ClassNotFoundException {
    var given = System.getProperty("heyi.bench.data");
    return given == null
        ? start(Files.createTempDirectory("heyi-bench"), true)
        : start(Path.of(given), false);
  }

  /// On a directory that stays, for a Heyi in a process of its own to go on with.
  public static RunningHeyi start(Path data) throws IOException, ClassNotFoundException {
    return start(data, false);
  }

  private static RunningHeyi start(Path data, boolean passing)
      throws IOException, ClassNotFoundException {
    var recorder = new Recorder();
    var application = new SpringApplication(Class.forName("org.heyi.HeyiApplication"));
    application.addInitializers(it -> it.getBeanFactory().addBeanPostProcessor(recorder));
    var context = application.run("--server.port=0", "--heyi.data=" + data);
    return new RunningHeyi(data, passing, recorder, (ServletWebServerApplicationContext) context);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Recorder recorder() {
    return recorder;
  }

  public DataSource pool() {
    return bean(DataSource.class);
  }

  public JdbcClient sql() {
    return bean(JdbcClient.class);
  }

  public long rows(String table) {
    return sql().sql("select count(*) from " + table).query(Long.class).single();
  }

  public Instant now() {
    return bean(Clock.class).instant();
  }

  /// Statements that only the owner of the tables may run, such as `vacuum`.
  public void asOwner(String... statements) throws SQLException {
    var owner = bean(FlywayConnectionDetails.class);
    try (Connection connection =
            DriverManager.getConnection(
                owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// A browser in which one of the demonstration's accounts has just signed in.
  public Browser signedIn(String login) throws IOException, InterruptedException {
    var account =
        bean(DemoAccounts.class).all().stream()
            .filter(it -> it.login().equals(login))
            .findFirst()
            .orElseThrow();
    var browser = new Browser(address());
    browser.signIn(account.login(), account.password());
    return browser;
  }

  public String address() {
    var server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("the web server is not up");
    }
    return "http://localhost:" + server.getPort();
  }

  /// The same person for calls of a facade.
  public Staff staff(String login) {
    var roles = bean(Roles.class);
    return sql()
        .sql(
            """
            select a.id as account, a.name, p.id as post, p.role, p.institution, p.area
              from access.account a join access.post p on p.account = a.id
             where a.login = :login
            """)
        .param("login", login)
        .query((row, _) ->
            new Staff(
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                new PostId(row.getObject("post", UUID.class)),
                row.getString("role"),
                InstitutionId.of(row.getString("institution")),
                AreaId.of(row.getString("area")),
                roles.find(row.getString("role")).orElseThrow().duties()))
        .single();
  }

  @Override
  public void close() throws IOException {
    context.close();
    if (passing) {
      FileSystemUtils.deleteRecursively(data);
    }
  }
}

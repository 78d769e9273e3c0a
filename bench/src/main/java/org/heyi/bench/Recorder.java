package org.heyi.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Remembers the statements of one request with their values, so that a baseline can run the very
/// same queries over JDBC. While it does not record, it hands out the pool's own connections.
public final class Recorder implements BeanPostProcessor {

  /// A statement as it was run.
  public record Statement(String sql, List<Setting> settings) {

    private static final Pattern WRITES = Pattern.compile("\\b(insert|update|delete)\\b");

    public boolean reads() {
      var plain = sql.strip().toLowerCase(Locale.ROOT);
      return (plain.startsWith("select") || plain.startsWith("with "))
          && !WRITES.matcher(plain).find();
    }

    /// Runs it again and fetches every row.
    public void run(Connection connection) throws SQLException {
      try (var statement = connection.prepareStatement(sql)) {
        for (var setting : settings) {
          call(setting.method(), statement, setting.arguments());
        }
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
    }
  }

  /// One call of a setter.
  public record Setting(Method method, @Nullable Object[] arguments) {}

  /// Something that uses the database.
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  private final List<Statement> statements = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean recording;

  /// What the work sends to the database, on whatever thread.
  public List<Statement> of(Work work) throws Exception {
    statements.clear();
    recording = true;
    try {
      work.run();
    } finally {
      recording = false;
    }
    return List.copyOf(statements);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource pool && !(bean instanceof DelegatingDataSource)
        ? new Recorded(pool)
        : bean;
  }

  private final class Recorded extends DelegatingDataSource {

    Recorded(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return recording
          ? proxy(Connection.class, (method, it) -> listen(connection, method, it))
          : connection;
    }
  }

  private @Nullable Object listen(
      Connection connection, Method method, @Nullable Object @Nullable [] arguments)
      throws SQLException {
    var result = call(method, connection, arguments);
    return result instanceof PreparedStatement statement
            && arguments != null
            && arguments[0] instanceof String sql
        ? listening(statement, sql)
        : result;
  }

  private PreparedStatement listening(PreparedStatement statement, String sql) {
    var settings = new ArrayList<Setting>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
            settings.add(new Setting(method, arguments));
          } else if (method.getName().startsWith("execute")) {
            statements.add(new Statement(sql, List.copyOf(settings)));
          }
          return call(method, statement, arguments);
        });
  }

  @FunctionalInterface
  private interface Handler {
    @Nullable Object handle(Method method, @Nullable Object @Nullable [] arguments)
        throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null ? Recorder.class.getClassLoader() : type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> handler.handle(method, arguments)));
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object @Nullable [] arguments) throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

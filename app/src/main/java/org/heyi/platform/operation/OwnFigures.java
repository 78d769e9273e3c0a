package org.heyi.platform.operation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The figures that belong to no room.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationSettings.class)
class OwnFigures {

  /// A source told by its parts.
  private record Source(String group, int order, boolean needsDatabase, Supplier<List<Figure>> all)
      implements FigureSource {

    @Override
    public List<Figure> figures() {
      return all.get();
    }
  }

  @Bean
  FigureSource databaseFigures(InfrastructureStore store) {
    return new Source(
        "database",
        0,
        true,
        () ->
            List.of(
                Figure.seconds("database.up", store.databaseUp()),
                Figure.bytes("database.size", store.databaseBytes())));
  }

  @Bean
  FigureSource poolFigures(DataSource database) {
    return new Source("pool", 10, false, () -> pool(database));
  }

  private static List<Figure> pool(DataSource database) {
    var hikari = DataSourceUnwrapper.unwrap(database, HikariDataSource.class);
    HikariPoolMXBean pool = hikari == null ? null : hikari.getHikariPoolMXBean();
    return hikari == null || pool == null
        ? List.of()
        : List.of(
            Figure.count("pool.active", pool.getActiveConnections()),
            Figure.count("pool.idle", pool.getIdleConnections()),
            Figure.count("pool.waiting", pool.getThreadsAwaitingConnection()),
            Figure.count("pool.largest", hikari.getMaximumPoolSize()));
  }

  @Bean
  FigureSource diskFigures(@Value("${heyi.data:data}") Path data) {
    return new Source("disk", 20, false, () -> disk(data));
  }

  private static List<Figure> disk(Path data) {
    try {
      var store = Files.getFileStore(nearest(data.toAbsolutePath()));
      var total = store.getTotalSpace();
      var free = store.getUsableSpace();
      return List.of(
          Figure.bytes("disk.free", free),
          Figure.ratio("disk.used", total == 0 ? 0 : 1 - (double) free / total));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// On a given database nothing may have been put into the directory yet.
  private static Path nearest(Path wanted) {
    var existing = wanted;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }

  @Bean
  FigureSource nodeFigures(NodeStore store, OperationSettings settings) {
    return new Source(
        "node",
        30,
        true,
        () -> {
          var all = store.all(settings.silent());
          var alive = all.stream().filter(NodeView::alive).count();
          return List.of(
              Figure.count("node.alive", alive), Figure.count("node.gone", all.size() - alive));
        });
  }

  @Bean
  FigureSource jobFigures(InfrastructureStore store) {
    return new Source(
        "job",
        40,
        true,
        () -> {
          var late = new LinkedHashMap<String, Long>();
          var failures = new LinkedHashMap<String, Integer>();
          for (var job : store.jobs()) {
            late.merge(job.name(), job.late().toSeconds(), Math::max);
            failures.merge(job.name(), job.failures(), Math::max);
          }
          return List.of(
              Figure.each("job.late", FigureUnit.SECONDS, "job", late),
              Figure.each("job.failures", FigureUnit.COUNT, "job", failures));
        });
  }

  @Bean
  FigureSource eventFigures(InfrastructureStore store, Clock clock) {
    return new Source(
        "event",
        50,
        true,
        () -> {
          var outbox = store.outbox(clock.instant());
          return List.of(
              Figure.count("event.incomplete", outbox.incomplete()),
              Figure.count("event.failed", outbox.failed()),
              Figure.seconds("event.oldest", outbox.oldest()));
        });
  }
}

package org.heyi.platform.operation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/// 运行: how the system itself runs, for whoever watches it.
@Service
public class Operations {

  /// Where the build puts the list of what the jar is made of.
  private static final String PARTS = "META-INF/sbom/application.cdx.json";

  private final FigureReader reader;
  private final InfrastructureStore infrastructure;
  private final NodeStore nodes;
  private final Build build;
  private final OperationSettings settings;
  private final Path data;
  private final Clock clock;

  Operations(
      FigureReader reader,
      InfrastructureStore infrastructure,
      NodeStore nodes,
      Build build,
      OperationSettings settings,
      @Value("${heyi.data:data}") Path data,
      Clock clock) {
    this.reader = reader;
    this.infrastructure = infrastructure;
    this.nodes = nodes;
    this.build = build;
    this.settings = settings;
    this.data = data.toAbsolutePath().normalize();
    this.clock = clock;
  }

  public Overview overview(Staff by) {
    mayWatch(by);
    return new Overview(
        clock.instant(),
        groups(),
        nodes.all(settings.silent()),
        infrastructure.jobs(),
        versions(),
        data,
        settings.refresh(),
        settings.refreshes());
  }

  /// 软件物料清单: every library in the jar, as CycloneDX.
  public Resource parts(Staff by) {
    mayWatch(by);
    var parts = new ClassPathResource(PARTS);
    if (!parts.exists()) {
      throw OperationProblem.NO_LIST_OF_PARTS.with();
    }
    return parts;
  }

  private static void mayWatch(Staff by) {
    if (!by.may(OperationDuty.WATCH)) {
      throw OperationProblem.NOT_A_WATCHER.with();
    }
  }

  private List<Overview.Group> groups() {
    return reader.read().stream()
        .map(it ->
            new Overview.Group(
                it.group(),
                it.readable(),
                it.figures().stream()
                    .map(figure -> new Overview.Line(figure, settings.limits().get(figure.name())))
                    .toList()))
        .toList();
  }

  private Overview.Versions versions() {
    return new Overview.Versions(
        build.version(),
        build.time(),
        Runtime.version().toString(),
        infrastructure.databaseVersion(),
        "%s %s (%s)"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
  }
}

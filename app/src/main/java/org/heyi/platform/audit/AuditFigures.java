package org.heyi.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.heyi.platform.operation.Figure;
import org.heyi.platform.operation.FigureSource;
import org.springframework.stereotype.Component;

/// How far the sealing of the log is behind.
@Component
class AuditFigures implements FigureSource {

  private final SealStore store;
  private final Clock clock;

  AuditFigures(SealStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String group() {
    return "audit";
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public List<Figure> figures() {
    var head = store.head();
    var waiting = store.waiting(Sealer.lately(head));
    var oldest = waiting.oldest();
    return List.of(
        Figure.count("audit.sealed", head.map(Seal::position).orElse(0L)),
        Figure.count("audit.unsealed", waiting.count()),
        Figure.seconds(
            "audit.oldest-unsealed",
            oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant())));
  }
}

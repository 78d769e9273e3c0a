package org.heyi.platform.work;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.heyi.platform.operation.Figure;
import org.heyi.platform.operation.FigureSource;
import org.heyi.platform.operation.FigureUnit;
import org.springframework.stereotype.Component;

/// How much work is open and overdue, and whether the clocks keep up.
@Component
class WorkFigures implements FigureSource {

  private static final String KIND = "kind";

  private final FigureStore store;
  private final Clock clock;

  WorkFigures(FigureStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String group() {
    return "work";
  }

  @Override
  public int order() {
    return 120;
  }

  @Override
  public List<Figure> figures() {
    var now = clock.instant();
    var open = new LinkedHashMap<String, Long>();
    var overdue = new LinkedHashMap<String, Long>();
    for (var kind : store.byKind(now)) {
      open.put(kind.kind(), kind.count());
      overdue.put(kind.kind(), kind.late());
    }
    var behind = store.behind(now);
    return List.of(
        Figure.each("work.open", FigureUnit.COUNT, KIND, open),
        Figure.each("work.overdue", FigureUnit.COUNT, KIND, overdue),
        Figure.count("work.clocks-due", behind.due()),
        Figure.seconds("work.clock-lag", behind.lag()));
  }
}

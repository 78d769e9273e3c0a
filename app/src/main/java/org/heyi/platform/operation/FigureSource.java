package org.heyi.platform.operation;

import java.util.List;

/// 指标来源: a room's figures. A room declares it as a bean.
///
/// It is asked by the page, by `/api/operation` and by each scrape of Prometheus, so it is a few
/// quick queries that do not read whole tables.
public interface FigureSource {

  /// Word of its heading, and its place in what Prometheus gets, e.g. `work`.
  String group();

  /// Smaller is higher.
  int order();

  /// A source that does without the database is asked while that is away.
  default boolean needsDatabase() {
    return true;
  }

  List<Figure> figures();
}

package org.heyi.platform.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Asks every source. One that fails is said to be unreadable and keeps no other from being read;
/// when the database is away, one source waits for it and the others are not asked.
@Component
class FigureReader {

  /// What one source said; nothing when it could not be asked.
  record Answer(String group, boolean readable, List<Figure> figures) {}

  private static final Logger LOG = LoggerFactory.getLogger(FigureReader.class);

  private final List<FigureSource> sources;

  FigureReader(ObjectProvider<FigureSource> sources) {
    this.sources = sources.stream().sorted(Comparator.comparingInt(FigureSource::order)).toList();
  }

  List<Answer> read() {
    var answers = new ArrayList<Answer>();
    var away = false;
    for (var source : sources) {
      if (away && source.needsDatabase()) {
        answers.add(new Answer(source.group(), false, List.of()));
        continue;
      }
      try {
        answers.add(new Answer(source.group(), true, source.figures()));
      } catch (RuntimeException e) {
        LOG.warn("the figures of {} cannot be read", source.group(), e);
        answers.add(new Answer(source.group(), false, List.of()));
        away |= e instanceof DataAccessResourceFailureException;
      }
    }
    return answers;
  }
}

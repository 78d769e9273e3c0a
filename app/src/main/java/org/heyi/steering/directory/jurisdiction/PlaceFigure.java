package org.heyi.steering.directory.jurisdiction;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;

/// 政区指标: a number that a room above knows of each institution and that adds up over places. The
/// room declares a bean.
public interface PlaceFigure {

  /// Smaller is further left.
  int order();

  /// Its name for programs.
  String code();

  /// Key of its words.
  String label();

  /// Today's numbers; an institution without one is left out.
  Map<InstitutionId, Long> of(Collection<InstitutionId> institutions);
}

package org.heyi.platform.shell;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;

/// 机构名称: how institutions are called today, for pages of rooms below the directory. The directory
/// room implements it.
public interface InstitutionNames {

  /// Names of those that are known; an unknown id is left out.
  Map<InstitutionId, String> of(Collection<InstitutionId> ids);
}

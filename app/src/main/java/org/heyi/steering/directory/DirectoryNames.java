package org.heyi.steering.directory;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.InstitutionNames;
import org.springframework.stereotype.Component;

/// Tells the rooms below how institutions are called today.
@Component
class DirectoryNames implements InstitutionNames {

  private final Institutions institutions;

  DirectoryNames(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public Map<InstitutionId, String> of(Collection<InstitutionId> ids) {
    return institutions.names(ids);
  }
}

package org.heyi.platform.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.InstitutionNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Names of institutions from whoever knows them.
@Component
public class Names {

  private final ObjectProvider<InstitutionNames> sources;

  Names(ObjectProvider<InstitutionNames> sources) {
    this.sources = sources;
  }

  /// A name for each, if only its id.
  public Map<InstitutionId, String> of(Collection<InstitutionId> institutions) {
    var names = new HashMap<InstitutionId, String>();
    institutions.forEach(it -> names.put(it, it.value()));
    sources.forEach(it -> names.putAll(it.of(institutions)));
    return names;
  }
}

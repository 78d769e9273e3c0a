package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_TYPE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heyi.platform.fhir.FhirOperation;
import org.heyi.platform.fhir.FhirSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the rooms offer, by type. HAPI would let a second source of a type shadow the first without
/// a word; here it stops the start.
@Component
class Sources {

  private final Map<String, FhirSource<?>> sources = new TreeMap<>();
  private final List<FhirOperation> operations;

  Sources(ObjectProvider<FhirSource<?>> all, ObjectProvider<FhirOperation> operations) {
    all.forEach(it -> {
      var before = sources.put(it.offer().name(), it);
      if (before != null) {
        throw new IllegalStateException(
            "two sources of " + it.offer().name() + ": " + before + " and " + it);
      }
    });
    this.operations = operations.stream().toList();
  }

  Collection<FhirSource<?>> all() {
    return sources.values();
  }

  FhirSource<?> of(String type) {
    var source = sources.get(type);
    if (source == null) {
      throw NO_SUCH_TYPE.with(type);
    }
    return source;
  }

  List<FhirOperation> operations(Class<? extends Resource> type) {
    return operations.stream().filter(it -> it.offer().type() == type).toList();
  }
}

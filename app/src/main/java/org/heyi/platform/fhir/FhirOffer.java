package org.heyi.platform.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// 能力: what a source offers of its type. The CapabilityStatement says it, and nothing else is
/// accepted.
///
/// @param profile canonical address of the profile every resource of it meets
public record FhirOffer<T extends Resource>(
    Class<T> type, String profile, List<FhirParam> params, List<FhirInclude<T>> includes) {

  /// Profiles, code systems and identifier systems of this house.
  public static final String BASE = "https://heyi.org/fhir/";

  public FhirOffer {
    params = List.copyOf(params);
    includes = List.copyOf(includes);
  }

  /// With the profile `Heyi<Type>`.
  public static <T extends Resource> FhirOffer<T> of(Class<T> type, FhirParam... params) {
    var profile = BASE + "StructureDefinition/Heyi" + type.getSimpleName();
    return new FhirOffer<>(type, profile, List.of(params), List.of());
  }

  /// The same, and `_include=Type:name` follows these references.
  public FhirOffer<T> including(String name, Function<T, List<Reference>> of) {
    var all = new ArrayList<>(includes);
    all.add(new FhirInclude<>(name, of));
    return new FhirOffer<>(type, profile, params, all);
  }

  public String name() {
    return type.getSimpleName();
  }
}

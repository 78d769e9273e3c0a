package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.PARAMETER_NEEDED;
import static org.heyi.platform.fhir.FhirProblem.TOO_MANY;
import static org.heyi.platform.fhir.FhirProblem.UNKNOWN_PARAMETER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.fhir.FhirInclude;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSettings;
import org.heyi.platform.shared.PageQuery;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the parameters of a search to what its type offers. What is not understood is refused and
/// never left out: a search that silently answers more than was asked shows the wrong residents.
@Component
class Queries {

  static final String PAGE = "_page";
  private static final String COUNT = "_count";
  private static final String ID = "_id";
  private static final String INCLUDE = "_include";

  /// How the answer is written; HAPI reads them.
  private static final Set<String> FORM = Set.of("_format", "_pretty", "_elements", "_summary");

  private static final Set<String> OURS = Set.of(COUNT, PAGE, ID, INCLUDE);

  private static final int MOST_DATES = 2;

  private final FhirSettings settings;

  Queries(FhirSettings settings) {
    this.settings = settings;
  }

  /// A search as it was asked.
  ///
  /// @param ids of `_id`, or empty
  record Asked<T extends Resource>(
      FhirQuery query, List<String> ids, List<FhirInclude<T>> includes) {}

  <T extends Resource> Asked<T> read(FhirOffer<T> offer, Map<String, List<String>> raw) {
    var known = offer.params().stream().collect(Collectors.toMap(FhirParam::name, it -> it));
    var values = new LinkedHashMap<String, List<String>>();
    raw.forEach((name, given) -> {
      if (FORM.contains(name)) {
        return;
      }
      var param = known.get(name);
      if (param == null && !OURS.contains(name)) {
        throw UNKNOWN_PARAMETER.with(offer.name(), name, names(offer));
      }
      check(name, param, given);
      values.put(name, List.copyOf(given));
    });
    var page = new PageQuery(number(values, PAGE, 1, Integer.MAX_VALUE), count(values), "", false);
    var ids = ids(values);
    var includes = includes(offer, values);
    OURS.forEach(values::remove);
    if (ids.isEmpty()) {
      needed(offer, values);
    } else if (!values.isEmpty()) {
      throw UNKNOWN_PARAMETER.with(ID, String.join(", ", values.keySet()), COUNT + ", " + PAGE);
    }
    return new Asked<>(new FhirQuery(values, page), ids, includes);
  }

  private void check(String name, @Nullable FhirParam param, List<String> given) {
    boolean date = param != null && param.type() == SearchParamType.DATE;
    int most = name.equals(INCLUDE) ? settings.mostIncludes() : date ? MOST_DATES : 1;
    if (given.size() > most) {
      throw TOO_MANY.with(most);
    }
    for (var value : given) {
      boolean fits = name.equals(ID) || value.length() <= settings.longestValue();
      if (value.isBlank() || !fits) {
        throw BAD_VALUE.with(name, value.length() > 20 ? value.substring(0, 20) + "…" : value);
      }
    }
  }

  private int count(Map<String, List<String>> values) {
    return number(values, COUNT, settings.usualCount(), settings.mostCount());
  }

  private static int number(
      Map<String, List<String>> values, String name, int otherwise, int most) {
    var given = values.get(name);
    if (given == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(given.getFirst());
      if (number < 1) {
        throw BAD_VALUE.with(name, number);
      }
      if (number > most) {
        throw TOO_MANY.with(most);
      }
      return number;
    } catch (NumberFormatException none) {
      throw BAD_VALUE.with(name, given.getFirst());
    }
  }

  private List<String> ids(Map<String, List<String>> values) {
    var ids =
        values.getOrDefault(ID, List.of()).stream()
            .flatMap(it -> Arrays.stream(it.split(",")))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    if (ids.size() > settings.mostIds()) {
      throw TOO_MANY.with(settings.mostIds());
    }
    return ids;
  }

  private static <T extends Resource> List<FhirInclude<T>> includes(
      FhirOffer<T> offer, Map<String, List<String>> values) {
    var found = new ArrayList<FhirInclude<T>>();
    for (var asked : values.getOrDefault(INCLUDE, List.of())) {
      found.add(
          offer.includes().stream()
              .filter(it -> asked.equals(offer.name() + ":" + it.name()))
              .findFirst()
              .orElseThrow(() -> UNKNOWN_PARAMETER.with(offer.name(), asked, names(offer))));
    }
    return found;
  }

  private static void needed(FhirOffer<?> offer, Map<String, List<String>> values) {
    offer.params().stream()
        .filter(it -> it.needed() && !values.containsKey(it.name()))
        .findFirst()
        .ifPresent(it -> {
          throw PARAMETER_NEEDED.with(offer.name(), it.name());
        });
  }

  /// What may be asked, for the sentence of the refusal.
  private static String names(FhirOffer<?> offer) {
    var names = new ArrayList<>(List.of(ID, COUNT, PAGE));
    offer.params().forEach(it -> names.add(it.name()));
    offer.includes().forEach(it -> names.add(INCLUDE + "=" + offer.name() + ":" + it.name()));
    return String.join(", ", names);
  }
}

package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.UNKNOWN_PARAMETER;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heyi.platform.shared.Moments;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// The parameters of an operation, each by one of its names: those of IHE ITI.Scheduling, and the
/// shorter ones that older systems use.
record OperationInput(String operation, Parameters in) {

  private static final int A_DAY = "2026-11-23".length();

  /// What is not understood is refused and never left out.
  OperationInput only(String... names) {
    in.getParameter().stream()
        .map(ParametersParameterComponent::getName)
        .filter(Predicate.not(Arrays.asList(names)::contains))
        .findFirst()
        .ifPresent(it -> {
          throw UNKNOWN_PARAMETER.with(operation, it, String.join(", ", names));
        });
    return this;
  }

  private Optional<ParametersParameterComponent> find(String... names) {
    return in.getParameter().stream()
        .filter(it -> Arrays.asList(names).contains(it.getName()))
        .findFirst();
  }

  /// A text, a code, or what a reference is called.
  String text(String... names) {
    return find(names).map(it -> text(it)).orElse("");
  }

  private static String text(ParametersParameterComponent it) {
    return switch (it.getValue()) {
      case PrimitiveType<?> value -> String.valueOf(value.getValueAsString());
      case Coding coding -> String.valueOf(coding.getCode());
      case CodeableConcept concept -> String.valueOf(concept.getCodingFirstRep().getCode());
      case Reference reference when reference.hasDisplay() -> reference.getDisplay();
      case Reference reference -> String.valueOf(reference.getReference());
      case null, default -> throw BAD_VALUE.with(it.getName(), "");
    };
  }

  /// The id a reference or a text names.
  String id(String... names) {
    var value =
        find(names)
            .map(it ->
                it.getValue() instanceof Reference reference
                    ? String.valueOf(reference.getReference())
                    : text(it))
            .orElseThrow(() -> needed(names));
    return String.valueOf(new IdType(value).getIdPart());
  }

  boolean has(String... names) {
    return find(names).isPresent();
  }

  /// A moment, or the beginning of a day in China.
  Instant moment(String name) {
    var text = find(name).map(it -> text(it)).orElseThrow(() -> needed(name));
    try {
      return text.length() == A_DAY
          ? LocalDate.parse(text).atStartOfDay(Moments.CHINA).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException wrong) {
      throw BAD_VALUE.with(name, text);
    }
  }

  LocalDate day(String name) {
    return moment(name).atZone(Moments.CHINA).toLocalDate();
  }

  <T extends Resource> Optional<T> resource(Class<T> type, String... names) {
    return find(names)
        .map(it -> {
          if (!type.isInstance(it.getResource())) {
            throw BAD_VALUE.with(it.getName(), "");
          }
          return type.cast(it.getResource());
        });
  }

  static org.heyi.platform.shared.ProblemException needed(String... names) {
    return VALUE_NEEDED.with(List.of(names).getFirst());
  }
}

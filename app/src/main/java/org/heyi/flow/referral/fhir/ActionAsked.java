package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.OnPaper;
import org.heyi.flow.referral.Press;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralId;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.AccountId;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// 请求的动作: a Task that somebody posted to have an action done.
///
/// @param inputs code of [Codes#DETAIL] → value; what a proposal left open is not there
record ActionAsked(ReferralId referral, ReferralAction action, Map<String, Type> inputs) {

  static ActionAsked read(Task from) {
    if (from.getIntent() != TaskIntent.ORDER) {
      throw BAD_VALUE.with("Task.intent", String.valueOf(from.getIntent()));
    }
    if (from.getStatus() != TaskStatus.REQUESTED) {
      throw BAD_VALUE.with("Task.status", String.valueOf(from.getStatus()));
    }
    var referral = FhirForms.named("Task.focus", from.getFocus(), "ServiceRequest", ReferralId::of);
    var action = action(FhirForms.code(from.getCode(), Codes.ACTION));
    return new ActionAsked(referral, action, inputs(from, action));
  }

  private static ReferralAction action(String code) {
    if (code.isEmpty()) {
      throw VALUE_NEEDED.with("Task.code (" + Codes.ACTION + ")");
    }
    return Arrays.stream(ReferralAction.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> BAD_VALUE.with("Task.code", code));
  }

  private static Map<String, Type> inputs(Task from, ReferralAction action) {
    var inputs = new HashMap<String, Type>();
    for (var input : from.getInput()) {
      var code = FhirForms.code(input.getType(), Codes.DETAIL);
      if (!Inputs.known(action, code)) {
        throw BAD_VALUE.with("Task.input.type", code);
      }
      boolean open = input.getValue() == null || input.getValue().hasExtension();
      if (!open && inputs.put(code, input.getValue()) != null) {
        throw BAD_VALUE.with("Task.input.type", code);
      }
    }
    return inputs;
  }

  /// The version the caller has seen, and when it happened, if that was on paper.
  Press press() {
    return new Press(UUID.randomUUID(), version(), paper());
  }

  int version() {
    return switch (inputs.get(Inputs.VERSION)) {
      case null -> throw VALUE_NEEDED.with("Task.input " + Inputs.VERSION);
      case IntegerType number -> number.getValue();
      case Type other -> throw wrong(Inputs.VERSION, other);
    };
  }

  private @Nullable OnPaper paper() {
    return switch (inputs.get(Inputs.HAPPENED)) {
      case null -> null;
      case DateTimeType at -> new OnPaper(at.getValue().toInstant(), text(Inputs.DONE_BY));
      case Type other -> throw wrong(Inputs.HAPPENED, other);
    };
  }

  /// Empty when it was left out: the room says what it needs.
  String text(String input) {
    return switch (inputs.get(input)) {
      case null -> "";
      case StringType text -> text.getValue();
      case Type other -> throw wrong(input, other);
    };
  }

  /// Each coding of the system is one.
  Set<String> codes(String input, String system) {
    return switch (inputs.get(input)) {
      case null -> Set.of();
      case CodeType code -> Set.of(code.getValue());
      case CodeableConcept concept ->
          concept.getCoding().stream()
              .filter(it -> system.equals(it.getSystem()))
              .map(Coding::getCode)
              .collect(Collectors.toSet());
      case Type other -> throw wrong(input, other);
    };
  }

  @Nullable CodeableConcept concept(String input) {
    return switch (inputs.get(input)) {
      case null -> null;
      case CodeableConcept concept -> concept;
      case Type other -> throw wrong(input, other);
    };
  }

  @Nullable SlotId slot() {
    return switch (inputs.get(Inputs.SLOT)) {
      case null -> null;
      case Reference slot -> FhirForms.named("Task.input " + Inputs.SLOT, slot, "Slot", SlotId::of);
      case Type other -> throw wrong(Inputs.SLOT, other);
    };
  }

  @Nullable AccountId physician() {
    return switch (inputs.get(Inputs.PHYSICIAN)) {
      case null -> null;
      case Reference person when FhirForms.ACCOUNT.equals(person.getIdentifier().getSystem()) ->
          FhirForms.value(
              "Task.input " + Inputs.PHYSICIAN, person.getIdentifier().getValue(), AccountId::of);
      case Type other -> throw wrong(Inputs.PHYSICIAN, other);
    };
  }

  private static RuntimeException wrong(String input, Type given) {
    return BAD_VALUE.with("Task.input " + input, given.fhirType());
  }
}

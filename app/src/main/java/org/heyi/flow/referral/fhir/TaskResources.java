package org.heyi.flow.referral.fhir;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralState;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.ReviewReason;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/// Where a referral stands as Task of intent order, and what may be done with it as Tasks of intent
/// proposal.
///
/// The order has no version of its own to be asked for: claiming changes who has it and no version,
/// so that a reader who asks "only if newer" would miss it.
final class TaskResources {

  private static final String CODES = "http://hl7.org/fhir/CodeSystem/task-code";
  private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
  private static final String FORWARDED = "forwarded";

  static Task order(ReferralView it) {
    var task = order(Outline.of(it));
    var last = it.course().getLast();
    said(task, last);
    if (last.packVersion() > 0) {
      task.addExtension(Codes.PACK_VERSION, new PositiveIntType(last.packVersion()));
    }
    var first = it.firstContact();
    if (first != null) {
      task.addExtension(
          Codes.FIRST_CONTACT, Outline.organization(first.institution(), first.name()));
    }
    var feedback = it.feedback();
    if (feedback != null) {
      tell(task, feedback);
    }
    return task;
  }

  static Task order(Outline it) {
    var facts = it.facts();
    var task = task(it).setIntent(TaskIntent.ORDER);
    task.setId(facts.id().toString());
    task.setStatus(Statuses.task(facts.state())).setBusinessStatus(state(facts.state()));
    if (facts.forwarded()) {
      task.getBusinessStatus().addCoding().setSystem(Codes.STATE).setCode(FORWARDED);
    }
    task.setCode(FhirForms.concept(CODES, "fulfill"))
        .setLastModifiedElement(FhirForms.at(it.changed()));
    task.setOwner(it.owner());
    if (facts.assignee() != null) {
      task.addExtension(Codes.ASSIGNEE, assignee(facts.assignee().toString(), it.assigneeName()));
    }
    if (facts.due() != null) {
      task.getRestriction().getPeriod().setEndElement(FhirForms.at(facts.due()));
    }
    input(task, Inputs.VERSION, new PositiveIntType(facts.version()));
    return task;
  }

  private static Reference assignee(String account, String name) {
    var person = new Reference().setDisplay(name.isEmpty() ? null : name);
    person.getIdentifier().setSystem(FhirForms.ACCOUNT).setValue(account);
    return person;
  }

  private static Task task(Outline it) {
    var task = new Task();
    task.setFocus(new Reference("ServiceRequest/" + it.facts().id()));
    task.setFor(it.patient()).setRequester(it.sender());
    if (it.sent() != null) {
      task.setAuthoredOnElement(FhirForms.at(it.sent()));
    }
    if (it.urgency() != null) {
      task.setPriority(TaskPriority.fromCode(Statuses.priority(it.urgency()).toCode()));
    }
    return task;
  }

  private static CodeableConcept state(ReferralState it) {
    return FhirForms.concept(Codes.STATE, it.code());
  }

  /// The step that led there, with what was said: reasons of the review, from where to where,
  /// advice, question, opinion.
  private static void said(Task task, ReferralView.Course step) {
    task.setStatusReason(FhirForms.concept(Codes.ACTION, step.action().code()));
    var review = step.review();
    var reasons = review == null ? List.<ReviewReason>of() : review.reasons();
    reasons.forEach(
        it -> task.getStatusReason().addCoding(new Coding(Codes.REVIEW, it.code(), it.name())));
    var passage = step.from().isEmpty() ? "" : step.from() + " → " + step.to();
    var said =
        Stream.of(
                passage,
                reasons.stream().map(ReviewReason::name).collect(Collectors.joining("、")),
                step.note())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining("："));
    if (!said.isEmpty()) {
      task.getStatusReason().setText(said);
    }
  }

  private static void tell(Task task, Feedback it) {
    if (it.diagnosis() != null) {
      output(task, Inputs.DIAGNOSIS, ClinicalPart.concept(it.diagnosis()));
    }
    output(task, Inputs.TREATMENT, new StringType(it.treatment()));
    output(task, Inputs.ADVICE, new StringType(it.advice()));
  }

  /// Newest first; the newest as it stands now.
  static List<Task> history(ReferralView it) {
    return it.course().reversed().stream().map(step -> version(it, step)).toList();
  }

  private static Task version(ReferralView it, ReferralView.Course step) {
    var now = step.version() == it.facts().version();
    var task = now ? order(it) : task(Outline.of(it)).setIntent(TaskIntent.ORDER);
    task.setId(it.facts().id().toString());
    task.getMeta().setVersionId(String.valueOf(step.version()));
    task.getMeta().setLastUpdatedElement(FhirForms.written(step.at()));
    if (!now) {
      Outline.subsetted(task.getMeta());
      task.setStatus(Statuses.task(step.state())).setBusinessStatus(state(step.state()));
      task.setCode(FhirForms.concept(CODES, "fulfill"));
      task.setAuthoredOn(null).setLastModifiedElement(FhirForms.at(step.at()));
      said(task, step);
    }
    return task;
  }

  static String proposalId(Outline it, ReferralAction action) {
    return it.facts().id() + "." + action.code();
  }

  /// One action as it may be posted back: with status requested, intent order, and what is missing.
  static Task proposal(Outline it, ReferralAction action, Staff by) {
    var task = task(it).setIntent(TaskIntent.PROPOSAL).setStatus(TaskStatus.DRAFT);
    task.setId(proposalId(it, action));
    task.setCode(FhirForms.concept(Codes.ACTION, action.code()));
    task.setOwner(Outline.organization(by.institution(), ""));
    input(task, Inputs.VERSION, new PositiveIntType(it.facts().version()));
    Inputs.needed(action, it.facts()).forEach(input -> input(task, input, missing()));
    return task;
  }

  private static Type missing() {
    var value = new StringType();
    value.addExtension(new Extension(ABSENT, new CodeType("unknown")));
    return value;
  }

  private static void input(Task task, String code, Type value) {
    task.addInput().setType(FhirForms.concept(Codes.DETAIL, code)).setValue(value);
  }

  private static void output(Task task, String code, Type value) {
    task.addOutput().setType(FhirForms.concept(Codes.DETAIL, code)).setValue(value);
  }

  private TaskResources() {}
}

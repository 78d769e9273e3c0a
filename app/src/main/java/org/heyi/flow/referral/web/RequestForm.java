package org.heyi.flow.referral.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.DepartmentView;
import org.jspecify.annotations.Nullable;

/// 去向 step of the form: where to, how urgent, why, with whose consent.
///
/// @param choices departments that fit the typed words
public record RequestForm(
    Map<String, String> typed,
    List<DepartmentView> choices,
    Map<String, String> errors,
    Request request) {

  static RequestForm of(Request it, List<DepartmentView> choices) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("reason", it.reason());
    typed.put("consent", String.valueOf(it.consent()));
    typed.put("contactName", it.contact().name());
    typed.put("contactRelation", it.contact().relation());
    typed.put("contactPhone", it.contact().phone());
    return new RequestForm(typed, choices, Map.of(), it);
  }

  static RequestForm read(Fields fields, List<DepartmentView> choices, Words words) {
    var errors = new LinkedHashMap<String, String>();
    var to = to(fields, choices);
    if (to == null && !fields.text("departmentText").isEmpty()) {
      var key =
          choices.isEmpty() ? "referral.error-department-none" : "referral.error-department-pick";
      errors.put("departmentText", words.of(key));
    }
    var contact =
        new ContactPerson(
            fields.text("contactName"),
            fields.text("contactRelation"),
            fields.plain("contactPhone"));
    if (!contact.dialable()) {
      errors.put("contactPhone", words.of("referral.error-phone"));
    }
    var urgency = fields.chosen("urgency").flatMap(Urgency::find).orElse(null);
    return new RequestForm(
        fields.sent(),
        choices,
        errors,
        new Request(to, urgency, fields.text("reason"), fields.ticked("consent"), contact));
  }

  /// The one that was ticked; else the only one the words can mean.
  private static @Nullable Destination to(Fields fields, List<DepartmentView> choices) {
    var ticked =
        fields
            .chosen("department")
            .flatMap(word -> choices.stream().filter(it -> word(it).equals(word)).findFirst());
    var typed = !fields.text("departmentText").isEmpty();
    var only = typed && choices.size() == 1 ? choices.getFirst() : null;
    var chosen = ticked.orElse(only);
    return chosen == null ? null : new Destination(chosen.institution(), chosen.code());
  }

  /// As the radio button sends it.
  static String word(DepartmentView it) {
    return it.institution() + "/" + it.code();
  }

  public String text(String field) {
    return typed.getOrDefault(field, "");
  }
}

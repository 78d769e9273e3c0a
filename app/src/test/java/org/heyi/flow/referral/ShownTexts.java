package org.heyi.flow.referral;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// Every text of a [ReferralView] that a reader is shown, found by walking its records: a component
/// that is added tomorrow is looked for on paper without anybody thinking of it. As on the screen,
/// edits of a draft and a visit that does not hold are left out.
final class ShownTexts {

  /// Not for readers: ids and codes whose name is shown, versions, and what only buttons need.
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "ReferralFacts.version",
          "ReferralView.physicians",
          "Course.version",
          "Destination.department",
          "Diagnosis.englishName",
          "ReviewReason.code",
          "ReviewReason.aspect",
          "ReviewReason.actions",
          "ReviewReason.englishName",
          "Code.system",
          "StoredFile.type",
          "StoredFile.size",
          "StoredFile.subject",
          "AppointmentView.department",
          "AppointmentView.status");

  /// Codes that are shown as words.
  private static final Map<String, String> WORDS =
      Map.of(
          "ResidentCard.sex", "referral.sex-",
          "AppointmentView.slotClass", "referral.class-",
          "ReferralFacts.state", "referral.state.",
          "Course.state", "referral.state.",
          "Course.action", "referral.action.",
          "Request.urgency", "referral.urgency.");

  private final Words words;
  private final boolean slotHeld;
  private final Map<String, Set<String>> found = new TreeMap<>();

  private ShownTexts(Words words, boolean slotHeld) {
    this.words = words;
    this.slotHeld = slotHeld;
  }

  /// Component → texts.
  static Map<String, Set<String>> of(ReferralView view, Words words) {
    var texts = new ShownTexts(words, view.facts().slotHeld());
    texts.walk("ReferralView", view);
    return texts.found;
  }

  private void walk(String where, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case ReferralView.Course step
          when step.action() == ReferralAction.EDIT && step.state() == ReferralState.DRAFT -> {}
      case AppointmentView _ when !slotHeld -> {}
      case Record id when id.getClass().getSimpleName().endsWith("Id") -> {}
      case Record parts -> {
        for (var component : parts.getClass().getRecordComponents()) {
          var name = parts.getClass().getSimpleName() + "." + component.getName();
          if (!NOT_SHOWN.contains(name)) {
            walk(name, read(component, parts));
          }
        }
      }
      case Collection<?> all -> all.forEach(it -> walk(where, it));
      case Map<?, ?> all -> all.forEach((_, it) -> walk(where, it));
      case String text -> add(where, WORDS.containsKey(where) ? coded(where, text) : text);
      case Instant at ->
          add(where, where.equals("AppointmentView.end") ? words.clock(at) : words.time(at));
      case LocalDate day -> add(where, words.date(day));
      case BigDecimal number -> add(where, number.toPlainString());
      case Integer number -> add(where, String.valueOf(number));
      case Boolean flag -> {
        if (where.equals("Request.consent")) {
          add(where, words.of(flag ? "referral.consent-given" : "referral.consent-missing"));
        }
      }
      case ReferralState state -> add(where, coded(where, state.code()));
      case ReferralAction action -> add(where, coded(where, action.code()));
      case Urgency urgency -> add(where, coded(where, urgency.code()));
      default -> throw new IllegalStateException("say how paper shows " + where + ": " + value);
    }
  }

  private String coded(String where, String code) {
    var key = WORDS.get(where);
    if (key == null) {
      throw new IllegalStateException("say by which words paper shows " + where);
    }
    return words.of(key + code);
  }

  private void add(String where, String text) {
    if (!text.isBlank()) {
      found.computeIfAbsent(where, _ -> new TreeSet<>()).add(text);
    }
  }

  private static @Nullable Object read(RecordComponent component, Record of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

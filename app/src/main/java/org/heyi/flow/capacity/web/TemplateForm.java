package org.heyi.flow.capacity.web;

import static org.heyi.flow.capacity.web.ClinicForm.typed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.heyi.flow.capacity.Doctor;
import org.heyi.flow.capacity.PlanTemplate;
import org.jspecify.annotations.Nullable;

/// The form of a weekly template as typed: a session in equal segments.
public record TemplateForm(
    @NotBlank @Nullable String department,
    @NotBlank @Size(max = 50) @Nullable String practitioner,
    @NotBlank @Pattern(regexp = "[1-7]") @Nullable String weekday,
    @NotBlank @Pattern(regexp = "am|pm|evening") @Nullable String session,
    @NotBlank @Pattern(regexp = "expert|ordinary") @Nullable String slotClass,
    @NotBlank @Size(max = 100) @Nullable String place,
    @NotBlank @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") @Nullable String start,
    @NotBlank @Pattern(regexp = PlanTemplate.MINUTES) @Nullable String minutes,
    @NotBlank @Pattern(regexp = PlanTemplate.SEGMENTS) @Nullable String segments,
    @NotBlank @Pattern(regexp = PlanTemplate.PLACES) @Nullable String places,
    @NotBlank @Pattern(regexp = PlanTemplate.RESERVED) @Nullable String reserved,
    @NotBlank @Pattern(regexp = PlanTemplate.RESERVED) @Nullable String extraLimit) {

  static TemplateForm empty(String department) {
    return new TemplateForm(
        department, "", "1", "am", "ordinary", "", "08:00", "30", "8", "4", "0", "4");
  }

  /// Of a form that passed its checks.
  PlanTemplate command(List<Doctor> doctors) {
    return new PlanTemplate(
        typed(department),
        typed(practitioner),
        Doctor.account(typed(practitioner), doctors),
        DayOfWeek.of(whole(weekday)),
        typed(session),
        typed(slotClass),
        typed(place),
        whole(extraLimit),
        PlanTemplate.even(
            LocalTime.parse(typed(start)),
            whole(minutes),
            whole(segments),
            whole(places),
            whole(reserved)));
  }

  private static int whole(@Nullable String text) {
    return Integer.parseInt(typed(text));
  }
}

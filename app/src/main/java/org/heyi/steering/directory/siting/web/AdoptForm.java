package org.heyi.steering.directory.siting.web;

import java.time.LocalDate;
import java.util.Objects;
import org.heyi.steering.directory.siting.AdoptPlan;
import org.jspecify.annotations.Nullable;

/// The adoption of a draft, as typed.
public record AdoptForm(@Nullable String title, @Nullable String document, @Nullable String since) {

  static AdoptForm empty() {
    return new AdoptForm("", "", "");
  }

  @Nullable LocalDate day() {
    return Typed.day(since);
  }

  AdoptPlan command() {
    return new AdoptPlan(Typed.text(title), Typed.text(document), Objects.requireNonNull(day()));
  }
}

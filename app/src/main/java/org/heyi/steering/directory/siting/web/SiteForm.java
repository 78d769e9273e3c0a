package org.heyi.steering.directory.siting.web;

import static org.heyi.steering.directory.siting.web.Typed.text;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.EnterSite;
import org.heyi.steering.directory.siting.Site;
import org.heyi.steering.directory.siting.SiteState;
import org.jspecify.annotations.Nullable;

/// A site, as typed.
///
/// @param revision as the form showed it; empty for a new one
public record SiteForm(
    @Nullable String code,
    @Nullable String name,
    @Nullable String town,
    @Nullable String village,
    @Nullable String centre,
    @Nullable String institution,
    @Nullable String state,
    @Nullable String since,
    @Nullable String successor,
    @Nullable String note,
    @Nullable String revision) {

  static SiteForm empty() {
    return new SiteForm("", "", "", "", "", "", SiteState.PLANNED.code(), "", "", "", "");
  }

  static SiteForm of(Site it) {
    return new SiteForm(
        it.code(),
        it.name(),
        it.town(),
        it.village(),
        id(it.centre()),
        id(it.institution()),
        it.state().code(),
        it.since().toString(),
        Objects.requireNonNullElse(it.successor(), ""),
        it.note(),
        String.valueOf(it.revision()));
  }

  private static String id(@Nullable InstitutionId it) {
    return it == null ? "" : it.value();
  }

  /// What cannot be read at all.
  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    if (day() == null) {
      errors.put("since", words.of("siting.wrong-date"));
    }
    Typed.readable("centre", centre, errors, words);
    Typed.readable("institution", institution, errors, words);
    return errors;
  }

  EnterSite command(String code, SiteState state) {
    return new EnterSite(
        code,
        text(name),
        text(town),
        text(village),
        Typed.institution(centre),
        Typed.institution(institution),
        state,
        Objects.requireNonNull(day()),
        Typed.code(successor),
        text(note));
  }

  SiteState typedState() {
    return Typed.find(SiteState.values(), SiteState::code, state).orElse(SiteState.PLANNED);
  }

  int typedRevision() {
    return text(revision).matches("\\d{1,9}") ? Integer.parseInt(text(revision)) : 0;
  }

  private @Nullable LocalDate day() {
    return Typed.day(since);
  }
}

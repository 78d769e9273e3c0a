package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.raw;
import static org.heyi.platform.access.web.Typed.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.access.FoundAdministrator;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// The first administrator, as typed.
public record SetupForm(
    @Nullable String login,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String institution,
    @Nullable String wanted,
    @Nullable String again) {

  static SetupForm empty() {
    return new SetupForm("", "", "", "", "", "");
  }

  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    AccountForm.check(
        errors, "login", OpenAccount.isLogin(text(login)), words.of("access.wrong-login"));
    AccountForm.check(
        errors, "name", OpenAccount.isName(text(name)), words.of("access.wrong-name"));
    AccountForm.check(
        errors, "phone", OpenAccount.isPhone(text(phone)), words.of("access.wrong-phone"));
    AccountForm.check(
        errors,
        "institution",
        Typed.read(institution, InstitutionId::of) != null,
        words.of("access.wrong-institution"));
    AccountForm.check(
        errors, "again", raw(wanted).equals(raw(again)), words.of("access.wrong-again"));
    return errors;
  }

  FoundAdministrator command() {
    return new FoundAdministrator(
        text(login), text(name), text(phone), InstitutionId.of(text(institution)), raw(wanted));
  }
}

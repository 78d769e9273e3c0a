package org.heyi.platform.access.web;

import java.time.Clock;
import java.util.List;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ExportedList;
import org.heyi.platform.sheet.Exports;
import org.heyi.platform.sheet.Imports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.sheet.RunId;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The first passwords of imported accounts, on a sheet that is made once.
@Controller
@RequestMapping("/accounts/imported/{run}")
class FirstPasswordPages {

  private static final String KIND = "accounts";

  private final Imports imports;
  private final Accounts accounts;
  private final Exports exports;
  private final AccessSettings settings;
  private final Clock clock;

  FirstPasswordPages(
      Imports imports, Accounts accounts, Exports exports, AccessSettings settings, Clock clock) {
    this.imports = imports;
    this.accounts = accounts;
    this.exports = exports;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable RunId run, Staff staff, Model model) {
    var made = made(run, staff);
    model.addAttribute("run", imports.view(KIND, run, staff));
    model.addAttribute("opened", made.size());
    model.addAttribute("waiting", accounts.withoutPassword(made, staff));
    model.addAttribute("hours", settings.oneTimePassword().toHours());
    return "access/first-passwords";
  }

  /// The answer holds the passwords, so it is no redirect: nothing keeps it. The form's key makes
  /// that pressed again it is the same, as long as the passwords still open their accounts.
  @PostMapping
  ResponseEntity<byte[]> take(@PathVariable RunId run, Pressed form, Staff staff, Words words) {
    var until = words.time(clock.instant().plus(settings.oneTimePassword()));
    var gone = words.of("access.first-passwords-gone");
    var rows =
        accounts.firstPasswords(made(run, staff), form.key(), staff).stream()
            .map(it ->
                List.of(
                    it.login(),
                    it.name(),
                    it.password().orElse(gone),
                    it.password().map(_ -> until).orElse("")))
            .toList();
    var list =
        new ExportedList(
            "first-passwords",
            words.of("access.first-passwords"),
            List.of(
                words.of("access.login"),
                words.of("access.name"),
                words.of("access.first-password"),
                words.of("access.first-password-until")),
            rows);
    return exports.export(list, ListFormat.XLSX, words, staff).response();
  }

  private List<AccountId> made(RunId run, Staff staff) {
    return imports.made(KIND, run, staff).stream().map(AccountId::of).toList();
  }
}

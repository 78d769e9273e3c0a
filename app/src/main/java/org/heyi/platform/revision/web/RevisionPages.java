package org.heyi.platform.revision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackText;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.revision.Revision;
import org.heyi.platform.revision.RevisionDuty;
import org.heyi.platform.revision.RevisionId;
import org.heyi.platform.revision.Revisions;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Versions of policy packs: which there were, an upload, what it changes, from when it holds.
@Controller
@RequestMapping("/policy-versions")
class RevisionPages {

  private static final String REVISIONS = "/policy-versions/revisions/";

  private final Revisions revisions;
  private final Policies policies;
  private final DifferenceWords differences;
  private final Once once;
  private final Clock clock;

  RevisionPages(
      Revisions revisions, Policies policies, DifferenceWords differences, Once once, Clock clock) {
    this.revisions = revisions;
    this.policies = policies;
    this.differences = differences;
    this.once = once;
    this.clock = clock;
  }

  @Bean
  static MenuEntry revisionMenu() {
    return MenuEntry.of(
        "/policy-versions", "revision.menu", 430, it -> it.may(RevisionDuty.PUBLISH));
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable AreaId area,
      Staff staff,
      Words words,
      Model model) {
    var chosen = policies.area(area == null ? staff.area() : area);
    var uploads = revisions.inForce(chosen.area());
    var mayPublish = staff.may(RevisionDuty.PUBLISH);
    model.addAttribute(
        "shown",
        new VersionsPage(
            chosen,
            name(chosen, words),
            policies.areas().stream()
                .map(it ->
                    new VersionsPage.Choice(
                        it.area().value(), name(it, words), it.area().equals(chosen.area())))
                .toList(),
            policies.versions(chosen.area()).stream()
                .map(it ->
                    new VersionsPage.Row(
                        it, it.version() == chosen.version(), uploads.get(it.version())))
                .toList(),
            mayPublish,
            mayPublish ? revisions.list(staff) : List.of()));
    return "revision/list";
  }

  @GetMapping("/upload")
  String upload(Staff staff, Model model) {
    revisions.list(staff);
    return upload(List.of(), Map.of(), model);
  }

  private static String upload(
      List<RevisionPage.Fault> faults, Map<String, String> errors, Model model) {
    model.addAttribute("faults", faults);
    model.addAttribute("errors", errors);
    return "revision/upload";
  }

  @PostMapping
  String propose(
      @RequestParam MultipartFile file,
      Pressed form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var content = file.getBytes();
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    try {
      var trial = revisions.tryOut(name, content, staff);
      if (!trial.faults().isEmpty()) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        var sentence = words.of("revision.faults", trial.faults().size());
        return upload(faults(trial.faults(), words), Map.of("file", sentence), model);
      }
      var pressed = form.content() + "\n" + name + "\n" + Arrays.hashCode(content);
      return "redirect:"
          + once.run(
              form.key(),
              pressed,
              staff,
              () -> REVISIONS + revisions.propose(name, content, staff));
    } catch (ProblemException refused) {
      return upload(List.of(), Map.of("file", said(refused, words, response)), model);
    }
  }

  @GetMapping("/{area}/{version}/text")
  ResponseEntity<byte[]> text(@PathVariable AreaId area, @PathVariable int version) {
    return file(policies.text(area, version));
  }

  @GetMapping("/revisions/{id}")
  String show(@PathVariable RevisionId id, Staff staff, Words words, Model model) {
    return show(id, Map.of(), staff, words, model);
  }

  @GetMapping("/revisions/{id}/text")
  ResponseEntity<byte[]> text(@PathVariable RevisionId id, Staff staff) {
    return file(revisions.show(id, staff).text());
  }

  @PostMapping("/revisions/{id}/apply")
  String apply(
      @PathVariable RevisionId id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      Pressed form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    try {
      return "redirect:"
          + once.run(
              form,
              staff,
              () -> {
                revisions.apply(id, from, staff);
                return REVISIONS + id;
              });
    } catch (ProblemException refused) {
      return show(id, Map.of("from", said(refused, words, response)), staff, words, model);
    }
  }

  @PostMapping("/revisions/{id}/withdraw")
  String withdraw(@PathVariable RevisionId id, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              revisions.withdraw(id, staff);
              return REVISIONS + id;
            });
  }

  private String show(
      RevisionId id, Map<String, String> errors, Staff staff, Words words, Model model) {
    var revision = revisions.show(id, staff);
    var check = revision.state().isOpen() && !revision.isOvertaken();
    var faults = check ? revisions.check(revision, staff).faults() : List.<PackReading.Fault>of();
    var known = revision.areas().stream().filter(it -> it.base() > 0).findFirst();
    var sections =
        known
            .map(it -> differences.said(revisions.differences(revision, staff), it.area(), words))
            .orElse(List.of());
    var refusal = revision.refusal();
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new RevisionPage(
            revision,
            revision.areas().stream().map(it -> area(it, words)).toList(),
            faults(faults, words),
            sections,
            refusal == null ? "" : words.refusal(refusal),
            words.date(LocalDate.ofInstant(clock.instant(), Moments.CHINA))));
    return "revision/show";
  }

  private static RevisionPage.Area area(Revision.Change it, Words words) {
    return new RevisionPage.Area(
        isEnglish(words) ? it.nameEn() : it.name(), it.base(), it.version(), it.present());
  }

  private static List<RevisionPage.Fault> faults(List<PackReading.Fault> faults, Words words) {
    return faults.stream()
        .map(it ->
            new RevisionPage.Fault(
                it.file() + ":" + it.line() + ":" + it.column(),
                it.path(),
                words.of(it.problem(), it.args().toArray())))
        .toList();
  }

  /// What can be mended on the page is said there; else the whole request is refused.
  private static String said(ProblemException refused, Words words, HttpServletResponse response) {
    var kind = refused.problem().kind();
    if (kind != Problem.Kind.REFUSED && kind != Problem.Kind.CONFLICT) {
      throw refused;
    }
    response.setStatus(kind.status());
    return words.of(refused.problem(), refused.args().toArray());
  }

  private static ResponseEntity<byte[]> file(PackText text) {
    var disposition =
        ContentDisposition.attachment().filename(text.file(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header("Content-Disposition", disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(text.text().getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Pack pack, Words words) {
    return isEnglish(words) ? pack.nameEn() : pack.name();
  }

  private static boolean isEnglish(Words words) {
    return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}

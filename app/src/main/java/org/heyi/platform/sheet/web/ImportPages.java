package org.heyi.platform.sheet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ImportMode;
import org.heyi.platform.sheet.Imports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.sheet.RunId;
import org.heyi.platform.sheet.RunState;
import org.heyi.platform.sheet.SheetAnswer;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Bringing lists in: template, file, what it would do, all or none or the right rows, the result.
@Controller
@RequestMapping("/imports")
class ImportPages {

  private static final int UNPROCESSABLE = 422;

  private final Imports imports;
  private final Once once;

  ImportPages(Imports imports, Once once) {
    this.imports = imports;
    this.once = once;
  }

  @GetMapping
  String list(PageQuery page, Staff staff, Model model) {
    model.addAttribute("runs", imports.runs(page, staff));
    model.addAttribute("kinds", imports.kinds(staff));
    model.addAttribute("links", new ListLinks("/imports", Map.of(), page));
    return "sheet/imports";
  }

  @GetMapping("/{kind}")
  String form(@PathVariable String kind, Staff staff, Model model) {
    return form(kind, Map.of(), staff, model);
  }

  @GetMapping("/{kind}/template")
  ResponseEntity<byte[]> template(@PathVariable String kind, Staff staff, Words words) {
    var content = imports.template(kind, words, staff);
    var name = words.of(imports.kind(kind, staff).label());
    return new SheetAnswer(name, ListFormat.XLSX, content).response();
  }

  @PostMapping("/{kind}")
  String check(
      @PathVariable String kind,
      @RequestParam MultipartFile file,
      Pressed form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var content = file.getBytes();
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    imports.kind(kind, staff);
    try {
      return "redirect:"
          + once.run(
              form.key(),
              form.content() + "\n" + name + "\n" + Arrays.hashCode(content),
              staff,
              () -> path(kind, imports.check(kind, name, content, staff)));
    } catch (ProblemException refused) {
      if (refused.problem().kind() != Problem.Kind.REFUSED) {
        throw refused;
      }
      response.setStatus(UNPROCESSABLE);
      var said = words.of(refused.problem(), refused.args().toArray());
      return form(kind, Map.of("file", said), staff, model);
    }
  }

  @GetMapping("/{kind}/runs/{id}")
  String show(@PathVariable String kind, @PathVariable RunId id, Staff staff, Model model) {
    return show(kind, id, Map.of(), staff, model);
  }

  /// How far it is, to be asked again; once it is over the whole page is to be loaded anew.
  @GetMapping("/{kind}/runs/{id}/progress")
  String progress(
      @PathVariable String kind,
      @PathVariable RunId id,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Staff staff,
      Model model,
      HttpServletResponse response) {
    var page = page(kind, id, staff);
    if (htmx == null) {
      return "redirect:" + path(kind, id);
    }
    if (page.run().state() != RunState.WORKING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("page", page);
    return "sheet/progress";
  }

  @PostMapping("/{kind}/runs/{id}/apply")
  String apply(
      @PathVariable String kind,
      @PathVariable RunId id,
      @RequestParam(defaultValue = "") String mode,
      Pressed form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var how = mode.equals("skip") ? ImportMode.SKIP : ImportMode.ALL;
    try {
      var led =
          once.run(
              form,
              staff,
              () -> {
                imports.begin(kind, id, how, staff);
                return path(kind, id);
              });
      imports.goOn(kind, id, staff);
      return "redirect:" + led;
    } catch (ProblemException refused) {
      if (refused.problem().kind() != Problem.Kind.REFUSED) {
        throw refused;
      }
      response.setStatus(UNPROCESSABLE);
      var said = words.of(refused.problem(), refused.args().toArray());
      return show(kind, id, Map.of("mode", said), staff, model);
    }
  }

  @GetMapping("/{kind}/runs/{id}/marked")
  ResponseEntity<byte[]> marked(
      @PathVariable String kind, @PathVariable RunId id, Staff staff, Words words) {
    var content = imports.marked(kind, id, words, staff);
    var name = words.of("sheet.marked-name", words.of(imports.kind(kind, staff).label()));
    return new SheetAnswer(name, ListFormat.XLSX, content).response();
  }

  private String form(String kind, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("kind", imports.kind(kind, staff));
    model.addAttribute("limits", imports.limits());
    model.addAttribute("errors", errors);
    return "sheet/kind";
  }

  private String show(String kind, RunId id, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("page", page(kind, id, staff));
    model.addAttribute("errors", errors);
    return "sheet/run";
  }

  private RunPage page(String code, RunId id, Staff staff) {
    var kind = imports.kind(code, staff);
    return new RunPage(
        kind, kind.sheet(staff), imports.view(code, id, staff), imports.limits().shownRows());
  }

  private static String path(String kind, RunId id) {
    return "/imports/" + kind + "/runs/" + id;
  }
}

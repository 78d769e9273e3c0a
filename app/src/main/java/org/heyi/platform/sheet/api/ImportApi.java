package org.heyi.platform.sheet.api;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.ImportMode;
import org.heyi.platform.sheet.Imports;
import org.heyi.platform.sheet.RunId;
import org.heyi.platform.sheet.RunState;
import org.heyi.platform.sheet.RunView.Counts;
import org.heyi.platform.shell.Refusals;
import org.heyi.platform.shell.ShellProblem;
import org.heyi.platform.shell.Words;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports for systems: send a file, look at what it would do, have it written. Large ones go on in
/// the background: ask again until the state is neither CHECKED nor WORKING.
@RestController
@RequestMapping(path = "/api/sheet/imports/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportApi {

  private final Imports imports;

  ImportApi(Imports imports) {
    this.imports = imports;
  }

  /// What is wrong with a cell, or with a row where `column` is empty; `column` as the template's
  /// heading has it in code.
  record Fault(int row, String column, String code, String sentence) {}

  /// @param checked what the rows would do
  /// @param done what they did
  /// @param problem why it was refused or stopped, or empty
  record Answer(
      String id,
      String kind,
      String file,
      RunState state,
      Counts checked,
      Counts done,
      String problem,
      List<Fault> wrong) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Refusals(
      unknown = "sheet.not-found",
      forbidden = "sheet.not-your-duty",
      refused = {"sheet.unknown-headings", "sheet.missing-headings", "sheet.not-readable"})
  Answer check(
      @PathVariable String kind, @RequestParam MultipartFile file, Staff staff, Words words)
      throws IOException {
    imports.kind(kind, staff);
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return answer(kind, imports.check(kind, name, file.getBytes(), staff), staff, words);
  }

  @GetMapping("/{id}")
  @Refusals(unknown = "sheet.not-found", forbidden = "sheet.not-your-duty")
  Answer show(@PathVariable String kind, @PathVariable RunId id, Staff staff, Words words) {
    return answer(kind, id, staff, words);
  }

  /// @param mode `all`: all rows or none; `skip`: the right ones
  @PostMapping("/{id}/apply")
  @Refusals(
      unknown = "sheet.not-found",
      forbidden = "sheet.not-your-duty",
      refused = {"shell.wrong-field", "sheet.wrong-rows"})
  Answer apply(
      @PathVariable String kind,
      @PathVariable RunId id,
      @RequestParam(defaultValue = "all") String mode,
      Staff staff,
      Words words) {
    imports.begin(kind, id, mode(mode), staff);
    imports.goOn(kind, id, staff);
    return answer(kind, id, staff, words);
  }

  private static ImportMode mode(String code) {
    return switch (code) {
      case "all" -> ImportMode.ALL;
      case "skip" -> ImportMode.SKIP;
      default -> throw ShellProblem.WRONG_FIELD.with("mode");
    };
  }

  private Answer answer(String kind, RunId id, Staff staff, Words words) {
    var run = imports.view(kind, id, staff);
    return new Answer(
        id.toString(),
        kind,
        run.file(),
        run.state(),
        run.checked(),
        run.done(),
        run.problem().map(it -> sentence(it, words)).orElse(""),
        imports.wrong(kind, id, staff).stream()
            .flatMap(row ->
                row.problems().stream()
                    .map(
                        it -> new Fault(row.number(), it.column(), it.code(), sentence(it, words))))
            .toList());
  }

  private static String sentence(CellProblem problem, Words words) {
    return words.of(problem.code(), problem.args().toArray());
  }
}

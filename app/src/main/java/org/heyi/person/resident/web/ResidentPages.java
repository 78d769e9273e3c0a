package org.heyi.person.resident.web;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.heyi.person.resident.Lookup;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.person.resident.ResidentTies;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ExportLinks;
import org.heyi.platform.sheet.Exports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finding residents. What was typed is posted, so that no name or number stands in a URL, a
/// history or a log.
@Controller
@RequestMapping("/residents")
class ResidentPages {

  private static final int LONGEST = 100;

  private final Residents residents;
  private final ResidentTies ties;
  private final ResidentGroups groups;
  private final PlaceNames names;
  private final Exports exports;
  private final Once once;
  private final Clock clock;

  ResidentPages(
      Residents residents,
      ResidentTies ties,
      ResidentGroups groups,
      PlaceNames names,
      Exports exports,
      Once once,
      Clock clock) {
    this.residents = residents;
    this.ties = ties;
    this.groups = groups;
    this.names = names;
    this.exports = exports;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping
  String page(Staff staff, Model model) {
    return page(FoundPage.blank(staff, today()), model);
  }

  @PostMapping("/find")
  String find(
      @RequestParam(defaultValue = "") String q,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Staff staff,
      Model model) {
    var typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    var found =
        FoundPage.of(
            typed, residents.find(typed, staff), new Lookup.ByNumber(typed), staff, today());
    if (htmx != null) {
      model.addAttribute("found", found);
      return "resident/hits";
    }
    return page(found, model);
  }

  /// Somebody outside the catchment, by name, birth date and phone.
  @PostMapping("/look-up")
  String lookUp(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String birthDate,
      @RequestParam(defaultValue = "") String phone,
      Staff staff,
      Words words,
      Model model) {
    var errors = new LinkedHashMap<String, String>();
    var born = Typed.date(birthDate);
    if (name.isBlank()) {
      errors.put("name", words.of("resident.look-up-needs-all"));
    }
    if (born == null) {
      errors.put("birthDate", words.of("resident.birth-date-unreadable"));
    }
    if (phone.isBlank()) {
      errors.put("phone", words.of("resident.look-up-needs-all"));
    }
    if (born == null || !errors.isEmpty()) {
      return page(FoundPage.blank(staff, today()).with(errors), model);
    }
    var lookup = new Lookup.ByPerson(name, born, phone);
    var hit = residents.lookUp(lookup, staff);
    return page(FoundPage.of("", FoundPage.only(hit), lookup, staff, today()), model);
  }

  /// Begins a relationship with the person who was found elsewhere; what was typed is proved again.
  @PostMapping("/here")
  String here(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String birthDate,
      @RequestParam(defaultValue = "") String phone,
      Pressed form,
      Staff staff) {
    var born = Typed.date(birthDate);
    var lookup =
        born == null ? new Lookup.ByNumber(number) : new Lookup.ByPerson(name, born, phone);
    return "redirect:"
        + once.run(form, staff, () -> "/residents/" + residents.registerHere(lookup, staff));
  }

  /// The book of residents by grid and first-contact institution.
  @GetMapping("/book")
  String book(
      @RequestParam(defaultValue = "") String institution,
      @RequestParam(defaultValue = "") String grid,
      @RequestParam(defaultValue = "") String residence,
      @RequestParam(defaultValue = "") String group,
      PageQuery page,
      Staff staff,
      Words words,
      Model model) {
    var query = new ResidentTies.Query(institution, grid, residence, group);
    var filters = new LinkedHashMap<String, String>();
    filters.put("institution", institution);
    filters.put("grid", grid);
    filters.put("residence", residence);
    filters.put("group", group);
    var rows = ties.book(query, page, staff);
    var counts = ties.counts(staff);
    var institutions =
        Stream.concat(
                rows.rows().stream().map(ResidentTies.Row::institution),
                counts.stream().map(ResidentTies.Count::institution))
            .collect(toSet());
    model.addAttribute(
        "book",
        new BookPage(
            rows,
            counts,
            query,
            Choice.of(residents.lists().residences(), "resident.residence.", words),
            GroupCounts.of(
                groups.counts(staff), GroupsShown.choices(PopulationGroups.ONLY.all(), words)),
            new ListLinks("/residents/book", filters, page),
            ExportLinks.of("/residents/book/export", filters, page),
            names,
            names.of(institutions),
            today()));
    return "resident/book";
  }

  @GetMapping("/book/export")
  ResponseEntity<byte[]> export(
      @RequestParam(defaultValue = "") String institution,
      @RequestParam(defaultValue = "") String grid,
      @RequestParam(defaultValue = "") String residence,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String format,
      PageQuery order,
      Staff staff,
      Words words) {
    var query = new ResidentTies.Query(institution, grid, residence, group);
    var rows = ties.all(query, order, exports.most() + 1, staff);
    var places = names.of(rows.stream().map(ResidentTies.Row::institution).collect(toSet()));
    return exports
        .export(BookExport.of(rows, places, words), ListFormat.asked(format), words, staff)
        .response();
  }

  private static String page(FoundPage found, Model model) {
    model.addAttribute("found", found);
    return "resident/find";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}

package org.heyi.steering.directory.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.jurisdiction.Jurisdictions;
import org.heyi.steering.directory.jurisdiction.PlaceId;
import org.heyi.steering.directory.jurisdiction.PlaceNumbers;
import org.heyi.steering.directory.jurisdiction.PlaceView;
import org.heyi.steering.directory.jurisdiction.RollUp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The jurisdictions within the reader's reach: from the highest down to a village, with numbers
/// that add up.
@Controller
@RequestMapping("/jurisdictions")
class JurisdictionPages {

  private final Jurisdictions jurisdictions;

  JurisdictionPages(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /// Straight to the one place that somebody reaches, as nearly everybody does.
  @GetMapping
  String roots(Staff staff, Words words, Model model) {
    var roots = jurisdictions.roots(staff);
    if (roots.size() == 1) {
      return "redirect:" + path(roots.getFirst().place());
    }
    model.addAttribute("roots", roots.stream().map(it -> crumb(it.place(), words)).toList());
    return "directory/jurisdictions";
  }

  @GetMapping("/{place}")
  String show(@PathVariable PlaceId place, Staff staff, Words words, Model model) {
    var found = jurisdictions.rollUp(place, staff);
    model.addAttribute("shown", page(found, words));
    return "directory/jurisdiction";
  }

  private static JurisdictionPage page(RollUp it, Words words) {
    var labels = new ArrayList<String>();
    labels.add(words.of("directory.institutions"));
    it.labels().forEach(label -> labels.add(words.of(label.words())));
    return new JurisdictionPage(
        name(it.place(), words),
        words.of("directory.place." + it.place().level()),
        it.place().region(),
        it.place().generated(),
        it.above().stream().map(place -> crumb(place, words)).toList(),
        labels,
        it.branches().stream().map(branch -> row(branch, words)).toList(),
        direct(it, words),
        row("", words.of("directory.place-total"), it.total()),
        kinds(it.total(), words),
        it.here());
  }

  private static JurisdictionPage.@Nullable Row direct(RollUp it, Words words) {
    return it.branches().isEmpty() || it.here().isEmpty()
        ? null
        : row("", words.of("directory.place-direct"), it.direct());
  }

  private static JurisdictionPage.Row row(RollUp.Branch it, Words words) {
    return new JurisdictionPage.Row(
        path(it.place()),
        name(it.place(), words),
        words.of("directory.place." + it.place().level()),
        it.place().generated(),
        numbers(it.numbers()));
  }

  private static JurisdictionPage.Row row(String path, String name, PlaceNumbers numbers) {
    return new JurisdictionPage.Row(path, name, "", false, numbers(numbers));
  }

  private static List<Long> numbers(PlaceNumbers it) {
    var numbers = new ArrayList<Long>();
    numbers.add(it.institutions());
    numbers.addAll(it.figures());
    return numbers;
  }

  private static Map<String, Long> kinds(PlaceNumbers it, Words words) {
    var kinds = new LinkedHashMap<String, Long>();
    for (var kind : InstitutionKind.codes()) {
      var count = it.kinds().get(kind);
      if (count != null) {
        kinds.put(words.of("directory.kind." + kind), count);
      }
    }
    return kinds;
  }

  private static JurisdictionPage.Crumb crumb(PlaceView it, Words words) {
    return new JurisdictionPage.Crumb(path(it), name(it, words));
  }

  static String path(PlaceView it) {
    return "/jurisdictions/" + it.id();
  }

  static String name(PlaceView it, Words words) {
    return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? it.nameEn()
        : it.name();
  }
}

package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentPanel;
import org.heyi.person.resident.ResidentView;
import org.heyi.person.resident.RevealedResident;
import org.jspecify.annotations.Nullable;

/// What a resident's page shows.
///
/// @param revealed numbers in full, right after they were asked for
/// @param registered `new` or `known` right after registering
public record RecordPage(
    ResidentView resident,
    @Nullable RevealedResident revealed,
    List<TimeLine.Step> steps,
    List<ResidentPanel.Link> links,
    Map<String, String> errors,
    String registered,
    List<Choice> numbers,
    List<Choice> relations,
    List<Choice> consents,
    List<Choice> purposes,
    List<Choice> institutions,
    GroupsShown groups,
    PlaceNames names,
    LocalDate today) {

  /// Where the resident could be tied to instead.
  public List<Choice> otherInstitutions() {
    return institutions.stream()
        .filter(it ->
            resident.ties().stream()
                .noneMatch(
                    tie -> tie.until() == null && tie.institution().value().equals(it.value())))
        .toList();
  }
}

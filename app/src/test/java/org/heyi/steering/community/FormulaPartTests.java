package org.heyi.steering.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heyi.Satisfies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaPartTests {

  private static final Structure STRUCTURE =
      new Structure(
          Map.of(
              "lead", new Structure.Place("district_hospital", "secondary_a", Set.of()),
              "town", new Structure.Place("town_hospital", "", Set.of()),
              "centre", new Structure.Place("township_health_centre", "", Set.of()),
              "v1", new Structure.Place("village_clinic", "", Set.of("town")),
              "v2", new Structure.Place("village_clinic", "", Set.of("centre")),
              "alien", new Structure.Place("village_clinic", "", Set.of("elsewhere"))),
          List.of(
              new Structure.Consortium("tight", ConsortiumForm.TIGHT_COUNTY, false, true),
              new Structure.Consortium("loose", ConsortiumForm.LOOSE_COUNTY, false, false),
              new Structure.Consortium("net", ConsortiumForm.TELEMEDICINE_NETWORK, false, false),
              new Structure.Consortium("inner", ConsortiumForm.REGIONAL, true, false)),
          List.of(
              new Structure.Member("tight", "lead", MemberRole.LEAD),
              new Structure.Member("tight", "town", MemberRole.MEMBER),
              new Structure.Member("tight", "centre", MemberRole.MEMBER),
              new Structure.Member("loose", "centre", MemberRole.MEMBER)),
          List.of(new Structure.Grid("east", "tight", "lead", List.of("town", "centre"))));

  @ParameterizedTest
  @CsvSource({
    "members, tight, 3",
    "clinics, tight, 2",
    "clinics, loose, 0",
    "clinics, '', 3",
    "grids, tight, 1",
    "grids, loose, 0",
    "grid_members, tight, 2",
    "consortia, '', 3",
    "modes, '', 2",
    "institutions, '', 6",
  })
  @Satisfies("TSK-18")
  void counts(String of, String consortium, int expected) {
    assertThat(
            part(of, List.of(), List.of(), List.of(), 0, null, null).counted(STRUCTURE, consortium))
        .isEqualTo(expected);
  }

  @Test
  void selectorsNarrow() {
    assertThat(
            part("members", List.of("member"), List.of("town_hospital"), List.of(), 1, null, null)
                .counted(STRUCTURE, "tight"))
        .isEqualTo(1);
    assertThat(
            part("institutions", List.of(), List.of(), List.of("secondary_a"), 1, null, null)
                .counted(STRUCTURE, ""))
        .isEqualTo(1);
  }

  @Test
  void boundsHoldAndAreSaid() {
    var exactly = part("members", List.of(), List.of(), List.of(), 10, null, null);
    var open = part("members", List.of(), List.of(), List.of(), null, 3, null);
    var between = part("members", List.of(), List.of(), List.of(), null, 1, 3);

    assertThat(exactly.holds(10)).isTrue();
    assertThat(exactly.holds(9)).isFalse();
    assertThat(open.holds(3)).isTrue();
    assertThat(open.holds(2)).isFalse();
    assertThat(between.holds(4)).isFalse();
    assertThat(List.of(exactly.wanted(), open.wanted(), between.wanted()))
        .containsExactly("10", "≥3", "1–3");
  }

  private static FormulaPart part(
      String of,
      List<String> roles,
      List<String> kinds,
      List<String> levels,
      @Nullable Integer count,
      @Nullable Integer atLeast,
      @Nullable Integer atMost) {
    return new FormulaPart(
        "part", of, "east", roles, kinds, levels, List.of(), count, atLeast, atMost, false, "§五");
  }
}

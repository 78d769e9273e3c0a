package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.jurisdiction.Jurisdictions;
import org.heyi.steering.directory.jurisdiction.PlaceId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Separate packs that name the same city (GOV-32), read in any order, one of them leaving it
/// later.
@HeyiTest
class CityPacksTests {

  @Autowired Packs packs;
  @Autowired Jurisdictions jurisdictions;

  @ParameterizedTest
  @CsvSource({"onec, onea, oneb", "twob, twoc, twoa", "trea, treb, trec"})
  @Satisfies({"GOV-32", "PLT-10"})
  void comeTogetherInAnyOrderAndOneMayLeave(String first, String second, String third) {
    var city = first.substring(0, 3);
    for (var area : List.of(first, second, third)) {
      load(area, pack(area, city));
    }
    var place = PlaceId.of("city." + city);

    for (var area : List.of(first, second, third)) {
      assertThat(counties(officer(area), place)).containsExactlyInAnyOrder(first, second, third);
    }

    load(second, pack(second, "").replace("version: 1", "version: 2"));

    assertThat(counties(officer(first), place)).containsExactlyInAnyOrder(first, third);
    assertThat(counties(officer(third), place)).containsExactlyInAnyOrder(first, third);
    assertThat(jurisdictions.roots(officer(second))).isEmpty();
    assertThatThrownBy(() -> jurisdictions.rollUp(place, officer(second)))
        .hasMessageContaining("directory.no-such-place");
    assertThat(jurisdictions.rollUp(place, officer(third)).place().name())
        .isEqualTo("合市（合成）" + List.of(first, third).stream().sorted().findFirst().orElseThrow());

    load(second, pack(second, city).replace("version: 1", "version: 3"));

    assertThat(counties(officer(third), place)).contains(second);
  }

  /// An area with an authority above it; without a city's id it names none.
  private static String pack(String area, String city) {
    var text =
        PackFixture.renamed("ninghe", area)
            .text()
            .text()
            .replace("中医院", "国医院")
            .replace(
                "institutions:              # [directory]\n",
                """
                institutions:
                  - {id: %s-shi-weijianwei, name: 合市卫健委（合成）, kind: government_department, \
                above_area: true, synthetic: true, source: house}
                """
                    .formatted(area));
    return city.isEmpty()
        ? text
        : text.replace(
            "  version: 1\n",
            """
              version: 1
              belongs_to: {id: %s, name: 合市（合成）%s, name_en: He, region: "120000", source: house}
            """
                .formatted(city, area));
  }

  private void load(String area, String text) {
    assertThat(packs.load(List.of(new PackFile(area + ".yaml", text))).faults()).isEmpty();
  }

  private static Staff officer(String area) {
    return TestStaff.with("city-officer", area + "-shi-weijianwei");
  }

  private List<String> counties(Staff by, PlaceId city) {
    return jurisdictions.rollUp(city, by).branches().stream()
        .map(it -> it.place().id().value())
        .toList();
  }
}

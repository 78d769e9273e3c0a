package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.steering.directory.InstitutionQuery;
import org.heyi.steering.directory.Institutions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// An institution that became part of another on a day, as a pack says it.
@HeyiTest
class MergerTests {

  @Autowired Packs packs;
  @Autowired Institutions institutions;
  @Autowired MockMvcTester http;

  @Test
  void isGoneFromTheListsAfterItsDayAndItsPageNamesTheSuccessor() {
    load("mergedone", "2024-01-01");
    load("mergeahead", "2100-01-01");

    assertThat(listed("mergedone")).contains("mergedone-yiyuan").doesNotContain("mergedone-fuji");
    assertThat(listed("mergeahead")).contains("mergeahead-yiyuan", "mergeahead-fuji");
    var facts = institutions.facts(InstitutionId.of("mergedone-fuji"));
    assertThat(facts.mergedInto()).isEqualTo(InstitutionId.of("mergedone-yiyuan"));
    assertThat(facts.life().until()).isEqualTo("2024-01-01");
    assertThat(
            http.get()
                .uri("/institutions/mergedone-fuji")
                .header("Accept-Language", "zh-CN")
                .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01"))))
        .hasStatusOk()
        .bodyText()
        .contains("/institutions/mergedone-yiyuan", "宁河区医院", "2024-01-01");
  }

  private void load(String area, String on) {
    var pack = PackFixture.text("ninghe").replace("ninghe", area);
    var merger =
        "{id: %s-fuji, merged_into: {institution: %s-yiyuan, on: %s, clause: \"§五\"}, name"
            .formatted(area, area, on);
    var text = pack.replace("{id: " + area + "-fuji, name", merger);
    assertThat(packs.load(List.of(new PackFile(area + ".yaml", text))).faults()).isEmpty();
  }

  private List<String> listed(String area) {
    var query = new InstitutionQuery(AreaId.of(area), "", "", false);
    return institutions.list(query, new PageQuery(1, 200, "", false)).rows().stream()
        .map(it -> it.id().value())
        .toList();
  }
}

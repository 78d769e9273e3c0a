package org.heyi.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.Moments;
import org.heyi.steering.community.Communities;
import org.heyi.steering.directory.Institutions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// 云溪县 does not exist. Its pack was written by somebody who had read docs/packs.md and nothing
/// else: a new area needs no more.
@HeyiTest
class SixthAreaTests {

  private static final AreaId YUNXI = AreaId.of("yunxi");

  @Autowired Revisions revisions;
  @Autowired Policies policies;
  @Autowired Institutions institutions;
  @Autowired Communities communities;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;

  /// Once for all tests of the run: an area that is there stays.
  @BeforeEach
  void loaded() throws IOException {
    clock.set(MovableClock.START);
    if (policies.areas().stream().noneMatch(it -> it.area().equals(YUNXI))) {
      var by = TestStaff.with("system-admin", "ninghe-weijianwei");
      var file = new ClassPathResource("packs/yunxi.yaml").getContentAsByteArray();
      assertThat(revisions.tryOut("yunxi.yaml", file, by).faults()).isEmpty();
      var id = revisions.propose("yunxi.yaml", file, by);
      revisions.apply(id, LocalDate.ofInstant(MovableClock.START, Moments.CHINA), by);
    }
  }

  @Test
  @Satisfies("AGR-19")
  void aNewAreaBeginsWithAFile() {
    assertThat(institutions.all(YUNXI))
        .extracting(it -> it.name())
        .contains("云溪县人民医院", "惠民诊所", "城关镇卫生院第2社区卫生服务站");
    assertThat(communities.consortia(YUNXI)).hasSize(4);
    assertThat(communities.members(ConsortiumId.of("yunxi-group-one"))).isNotEmpty();
  }

  @Test
  void itsPagesHaveWhatTheFileSays() {
    assertThat(page("/area/yunxi/overview")).contains("云溪县第一紧密型医共体", "龙泉镇卫生院");
    assertThat(page("/area/yunxi/participation")).contains("惠民诊所");
    assertThat(page("/area/yunxi/governance")).contains("云溪县卫生健康局");
    assertThat(page("/consortia/yunxi-group-one/governance")).contains("人员", "药械");
    assertThat(page("/policy-comparison")).contains("云溪县");
    for (var path : List.of("tree", "cooperation")) {
      assertThat(page("/area/yunxi/" + path)).contains("云溪县");
    }
  }

  private String page(String path) {
    var answer =
        http.get()
            .uri(path)
            .accept("text/html")
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(TestStaff.with("commission-officer", "ninghe-weijianwei")))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }
}

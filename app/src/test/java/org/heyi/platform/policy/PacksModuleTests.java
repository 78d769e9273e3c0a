package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heyi.HeyiTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@HeyiTest
class PacksModuleTests {

  @Autowired ObjectProvider<PackSection> sections;
  @Autowired Packs packs;

  @ParameterizedTest
  @ValueSource(strings = {"ninghe", "wafangdian", "taicang", "linyi", "nanyang"})
  void eachPackIsReadWithoutAFault(String area) {
    var read = reader().read(PackFixture.pack(area));

    assertThat(read.faults()).isEmpty();
    assertThat(packs.load(List.of(PackFixture.pack(area))).applied()).isZero();
  }

  private PackReader reader() {
    return new PackReader(sections.orderedStream().toList());
  }
}

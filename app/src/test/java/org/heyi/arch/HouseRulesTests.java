package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTests {

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.heyi");
  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importPackages("org.heyi.arch.fixture");

  static Stream<Map.Entry<String, ArchRule>> rules() {
    return HouseRules.ALL.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void productionObeys(Map.Entry<String, ArchRule> rule) {
    rule.getValue().check(PRODUCTION);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleThatCannotFailIsNoRule(Map.Entry<String, ArchRule> rule) {
    assertThat(rule.getValue().evaluate(OFFENDERS).hasViolation()).as(rule.getKey()).isTrue();
  }
}

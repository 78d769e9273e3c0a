package org.heyi.platform.access.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Duty;
import org.heyi.platform.shared.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `roles.yaml` is understood whole or refused, and says nothing that no room knows.
class RolesTests {

  @Test
  void aRoleHasDutiesAndScopes() {
    var roles =
        RolesFile.read(
            new StringReader(
                """
                roles:
                  clerk:
                    duties: {work.claim: OWN, work.see: SUBTREE}
                  auditor:
                    exclusive: true
                    second-factor: true
                    duties: {audit.review: AREA}
                """));

    assertThat(roles).extracting(Role::code).containsExactly("clerk", "auditor");
    assertThat(roles.getFirst().duties())
        .containsEntry("work.claim", Scope.OWN)
        .containsEntry("work.see", Scope.SUBTREE);
    assertThat(roles).extracting(Role::secondFactor).containsExactly(false, true);
    assertThat(roles).extracting(Role::lane).containsExactly("ordinary", "auditor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "roles: {clerk: {duties: {a.b: EVERYWHERE}}}|line 1: unknown scope 'EVERYWHERE'",
        "roles: {clerk: {duties: {a.b: OWN, a.b: OWN}}}|line 1: 'a.b' stands here twice",
        "roles: {clerk: {duties: {a.b: OWN}}, clerk: {duties: {a.b: OWN}}}|'clerk' stands here twice",
        "roles: {clerk: {dutys: {a.b: OWN}}}|unknown key 'dutys'",
        "roles: {clerk: {}}|clerk needs duties",
        "roles: {Clerk: {duties: {a.b: OWN}}}|'Clerk' is not a role's code",
        "roles: {clerk: {duties: {ab: OWN}}}|'ab' is not a duty's code",
        "roles: {clerk: {exclusive: maybe, duties: {a.b: OWN}}}|exclusive is true or false",
        "roles: {his: {system: yes, duties: {a.b: OWN}}}|system is true or false",
        "roles: {his: {system: true, exclusive: true, duties: {a.b: OWN}}}|is a system's",
        "roles: {his: {system: true, second-factor: true, duties: {a.b: OWN}}}|is a system's",
        "roles: {clerk: {second-factor: no, duties: {a.b: OWN}}}|second-factor is true or false",
        "rules: {}|unknown key 'rules'",
        "roles: {clerk: |line 1"
      })
  void whatIsNotUnderstoodIsRefused(String yaml, String why) {
    assertThatThrownBy(() -> RolesFile.read(new StringReader(yaml))).hasMessageContaining(why);
  }

  @Test
  void everyErrorIsNamedWithItsLine() {
    var yaml = "roles:\n  clerk:\n    duties:\n      a.b: FAR\n      a.c: OWN\n      a.c: NEAR\n";

    assertThatThrownBy(() -> RolesFile.read(new StringReader(yaml)))
        .hasMessageContaining("line 4: unknown scope 'FAR'")
        .hasMessageContaining("line 6: 'a.c' stands here twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh_CN", "en"})
  void everyRoleHasAName(String language) throws IOException {
    var words = new Properties();
    var file = Path.of("src/main/resources/words/access_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    assertThat(words.stringPropertyNames())
        .containsAll(Roles.read().stream().map(it -> "role." + it.code()).toList());
  }

  @Test
  void theThreeAdministratorsExcludeAllOthersAndHaveASecondFactor() {
    assertThat(Roles.read()).allMatch(it -> it.secondFactor() == it.exclusive());
    assertThat(Roles.read().stream().filter(Role::exclusive).map(Role::code))
        .containsExactlyInAnyOrder("system-admin", "security-admin", "audit-admin");
  }

  /// A duty nobody has is dead; a duty no room declares grants nothing.
  @Test
  void dutiesOfRolesAndDutiesOfRoomsAreTheSame() {
    var given =
        Roles.read().stream()
            .flatMap(it -> it.duties().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(given).isEqualTo(declared());
  }

  private static Set<String> declared() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.heyi").stream()
            .filter(it -> it.isAssignableTo(Duty.class) && it.isEnum())
            .map(JavaClass::reflect)
            .flatMap(it -> Arrays.stream(it.getEnumConstants()))
            .map(it -> ((Duty) it).code())
            .collect(Collectors.toCollection(TreeSet::new));
  }
}

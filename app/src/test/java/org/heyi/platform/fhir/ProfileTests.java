package org.heyi.platform.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The profiles of this house and their examples, by HAPI's validator.
@HeyiTest
class ProfileTests {

  /// For definitions of extensions the validator wants HL7's whole package from the network.
  private static final String NOT_HERE = "Unable to resolve package id hl7.fhir.r4.core";

  @Autowired List<FhirSource<?>> sources;

  static Stream<Arguments> examples() {
    return arguments("examples/*.json");
  }

  static Stream<Arguments> definitions() {
    return arguments("*.json");
  }

  private static Stream<Arguments> arguments(String files) {
    return ProfileValidator.files(files).entrySet().stream()
        .map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyExampleMeetsItsProfile(String name, String example) {
    assertThat(ProfileValidator.errors(example)).as(name).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void everyDefinitionIsItselfWhole(String name, String definition) {
    assertThat(ProfileValidator.errors(definition)).as(name).allMatch(it -> it.contains(NOT_HERE));
  }

  /// An example is named by its type, and what it is of if there are several.
  @Test
  @Satisfies("PLT-02")
  void everyTypeThatIsOfferedHasAProfileAndAnExampleOfIt() {
    var profiles = ProfileValidator.files("StructureDefinition-Heyi*.json").keySet();
    var examples = ProfileValidator.files("examples/*.json");

    assertThat(sources)
        .map(it -> it.offer().name())
        .allMatch(type -> profiles.contains("StructureDefinition-Heyi" + type))
        .allMatch(type ->
            examples.entrySet().stream()
                .anyMatch(it ->
                    it.getKey().split("-", -1)[0].equals(type)
                        && it.getValue().contains("StructureDefinition/Heyi" + type + "\"")));
  }

  @Test
  void aResourceThatLacksSomethingWouldBeSeen() {
    var lacking =
        """
        {"resourceType": "Organization",
         "meta": {"profile": ["https://heyi.org/fhir/StructureDefinition/HeyiOrganization"]},
         "active": true, "name": "x"}
        """;

    assertThat(ProfileValidator.errors(lacking)).isNotEmpty();
  }
}

package org.heyi.platform.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// HAPI's validator with the profiles, code systems and value sets of this house.
public final class ProfileValidator {

  private static final FhirContext FHIR = FhirContext.forR4();
  private static final FhirValidator VALIDATOR = validator();

  private ProfileValidator() {}

  /// File name without its ending → what stands in it, of a folder under `fhir/`.
  static Map<String, String> files(String pattern) {
    try {
      var all = new TreeMap<String, String>();
      for (var file :
          new PathMatchingResourcePatternResolver().getResources("classpath:fhir/" + pattern)) {
        all.put(
            Objects.requireNonNull(file.getFilename()).replace(".json", ""),
            file.getContentAsString(StandardCharsets.UTF_8));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything that is an error, each with its place; empty when the resource is whole.
  public static List<String> errors(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(it -> it.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
        .map(it -> it.getLocationString() + ": " + it.getMessage())
        .toList();
  }

  private static FhirValidator validator() {
    var ours = new PrePopulatedValidationSupport(FHIR);
    var parser = FHIR.newJsonParser();
    files("*.json").values().forEach(it -> ours.addResource((Resource) parser.parseResource(it)));
    var support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(FHIR),
            new CommonCodeSystemsTerminologyService(FHIR),
            new InMemoryTerminologyServerValidationSupport(FHIR),
            ours,
            new SnapshotGeneratingValidationSupport(FHIR));
    var instances = new FhirInstanceValidator(support);
    instances.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    instances.setAnyExtensionsAllowed(false);
    instances.setErrorForUnknownProfiles(true);
    instances.setCustomExtensionDomains("http://hl7.org/fhir/StructureDefinition/rendered-value");
    return FHIR.newValidator().registerValidatorModule(instances);
  }
}

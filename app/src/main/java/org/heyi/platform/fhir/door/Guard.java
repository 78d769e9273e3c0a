package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BODY_BEYOND_LIMITS;
import static org.heyi.platform.fhir.FhirProblem.BODY_NOT_READABLE;
import static org.heyi.platform.fhir.FhirProblem.NUMBER_TOO_LONG;

import org.heyi.platform.fhir.FhirSettings;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// 守门: reads a JSON body token by token before HAPI builds anything of it. HAPI 8.8 writes out the
/// exponent of a number and reads it again in time that grows with its square, takes the last of
/// two equal names, and sets no limit to texts; none of that gets to it.
@Component
class Guard {

  private final FhirSettings settings;
  private final JsonFactory json;

  Guard(FhirSettings settings) {
    this.settings = settings;
    json =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(settings.deepest())
                    .maxNumberLength(settings.longestNumber())
                    .maxStringLength(settings.longestText())
                    .maxNameLength(settings.longestValue())
                    .maxTokenCount(settings.mostTokens())
                    .build())
            .build();
  }

  /// @throws org.heyi.platform.shared.ProblemException what is wrong with the body
  void look(byte[] body) {
    try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw BODY_NOT_READABLE.with("{ … }");
      }
      while (parser.nextToken() != null) {
        look(parser);
      }
    } catch (StreamConstraintsException tooMuch) {
      throw BODY_BEYOND_LIMITS.with(tooMuch.getOriginalMessage());
    } catch (JacksonException broken) {
      throw BODY_NOT_READABLE.with(broken.getOriginalMessage());
    }
  }

  /// The parser measures a value only when it is asked for it.
  private void look(JsonParser parser) {
    var token = parser.currentToken();
    if (token == JsonToken.START_OBJECT && parser.streamReadContext().getParent().inRoot()) {
      throw BODY_NOT_READABLE.with("{ … } { … }");
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      exponent(parser.getString());
    } else if (token.isScalarValue()) {
      parser.getString();
    }
  }

  private void exponent(String written) {
    int e = Math.max(written.indexOf('e'), written.indexOf('E'));
    if (e >= 0
        && Math.abs(Double.parseDouble(written.substring(e + 1))) > settings.largestExponent()) {
      throw NUMBER_TOO_LONG.with(settings.longestNumber(), settings.largestExponent());
    }
  }
}

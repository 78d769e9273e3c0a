package org.heyi.platform.fhir;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// FHIR 限值: how much one request may ask of this house, each settable as `heyi.fhir.…`. FHIR leaves
/// them to the server (R4 3.1.1.1); all are house values. The longest number and the largest
/// exponent keep HAPI's parser from writing out billions of digits.
///
/// @param mostBytes of a body
/// @param deepest nesting of a body
/// @param mostTokens names, values and brackets of a body
/// @param longestNumber characters
/// @param largestExponent of a number, up or down
/// @param longestText characters of one value
/// @param mostEntries of a Bundle
/// @param usualCount rows of a page when `_count` is not given
/// @param mostCount rows of a page
/// @param mostIds listed in `_id`
/// @param mostIncludes `_include` of a search
/// @param longestValue characters of a search parameter
@ConfigurationProperties("heyi.fhir")
public record FhirSettings(
    @DefaultValue("2000000") int mostBytes,
    @DefaultValue("32") int deepest,
    @DefaultValue("100000") int mostTokens,
    @DefaultValue("40") int longestNumber,
    @DefaultValue("30") int largestExponent,
    @DefaultValue("100000") int longestText,
    @DefaultValue("100") int mostEntries,
    @DefaultValue("20") int usualCount,
    @DefaultValue("100") int mostCount,
    @DefaultValue("100") int mostIds,
    @DefaultValue("5") int mostIncludes,
    @DefaultValue("200") int longestValue) {}

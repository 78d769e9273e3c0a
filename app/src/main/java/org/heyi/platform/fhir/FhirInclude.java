package org.heyi.platform.fhir;

import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// 连带返回: what `_include=Type:name` adds to a search.
///
/// @param name the part after the colon
/// @param of the references to follow
public record FhirInclude<T extends Resource>(String name, Function<T, List<Reference>> of) {}

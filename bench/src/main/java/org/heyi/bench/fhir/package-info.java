/// FHIR beside HAPI's own server on the same PostgreSQL: start at [org.heyi.bench.fhir.FhirBench].
/// The server is in a module of its own, `bench/hapi`.
@NullMarked
package org.heyi.bench.fhir;

import org.jspecify.annotations.NullMarked;

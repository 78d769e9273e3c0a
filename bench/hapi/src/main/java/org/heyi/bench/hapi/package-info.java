/// HAPI's own FHIR server, as plain as it can be, as a baseline: start at
/// [org.heyi.bench.hapi.HapiServer].
package org.heyi.bench.hapi;

/// 居民 as FHIR Patient. Numbers leave masked, as on pages; what is not said in an update stays.
@NullMarked
package org.heyi.person.resident.fhir;

import org.jspecify.annotations.NullMarked;

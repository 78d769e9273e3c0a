/// Memberships as FHIR resources.
@NullMarked
package org.heyi.steering.community.fhir;

import org.jspecify.annotations.NullMarked;

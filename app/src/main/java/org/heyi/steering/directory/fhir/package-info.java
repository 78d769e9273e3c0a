/// The directory as FHIR resources.
@NullMarked
package org.heyi.steering.directory.fhir;

import org.jspecify.annotations.NullMarked;

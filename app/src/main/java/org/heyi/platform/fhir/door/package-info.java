/// The servlet, the guard before its parser, and the one road from a request to a source. Start
/// reading at `Interactions`.
@NullMarked
package org.heyi.platform.fhir.door;

import org.jspecify.annotations.NullMarked;

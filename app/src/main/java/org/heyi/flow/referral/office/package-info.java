/// The department and the people of an institution who are responsible for referral.
@NamedInterface("office")
@NullMarked
package org.heyi.flow.referral.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

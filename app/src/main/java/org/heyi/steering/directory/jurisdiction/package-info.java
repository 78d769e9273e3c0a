/// # 政区汇总 Jurisdictions
///
/// The tree city, county, town, village (GOV-32), and what is counted in each of its places, within
/// the reader's reach. Start reading at [Jurisdictions]. Rooms above add their numbers as beans of
/// [PlaceFigure].
@NamedInterface("jurisdiction")
@NullMarked
package org.heyi.steering.directory.jurisdiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Measurements: each runs Heyi and a baseline beside it, alternating, after warm-up, and prints
/// medians and their ratio. Start reading at [BookingBench]; what all share are [RunningHeyi],
/// [Clients] and [Figures]. Those that start Heyi from its jar, in a process of its own ([Home]),
/// have packages of their own: `fhir` and `mix`.
@NullMarked
package org.heyi.bench;

import org.jspecify.annotations.NullMarked;

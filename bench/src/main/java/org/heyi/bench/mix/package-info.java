/// A day's mix of requests at a steady rate: start at [org.heyi.bench.mix.MixBench].
@NullMarked
package org.heyi.bench.mix;

import org.jspecify.annotations.NullMarked;

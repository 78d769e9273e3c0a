package org.heyi.steering.directory.jurisdiction;

import org.jspecify.annotations.Nullable;

/// 政区: a city, county or district, town or street, village or community, as of today.
///
/// @param parent what it lies in; null for an area that no city is named for, and for a city
/// @param level city, county, town or village
/// @param region six digits of GB/T 2260, or empty
/// @param generated its name is ours, like that of the clinic that stands there
public record PlaceView(
    PlaceId id,
    @Nullable PlaceId parent,
    String level,
    String name,
    String nameEn,
    String region,
    boolean generated) {}

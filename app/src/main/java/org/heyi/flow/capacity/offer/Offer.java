package org.heyi.flow.capacity.offer;

/// 放号情况: what a hospital offers over some days.
///
/// @param clinics published ones
/// @param slots places in them
/// @param reserved of these, for family doctors and primary institutions
/// @param free of these, taken by nobody
record Offer(long clinics, long slots, long reserved, long free) {}

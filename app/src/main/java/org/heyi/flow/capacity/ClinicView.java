package org.heyi.flow.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// 出诊单元详情: a clinic with its segments, who is booked, and what the caller may do now.
///
/// @param plannedPractitioner who was planned, when another stands in
/// @param reason why it was stopped or substituted, or empty
/// @param vacant its doctor has left, and nobody stands in yet
/// @param extras extra numbers so far
/// @param packVersion of the area's policy pack that it was published under; 0 for a draft, or when
///   nobody wrote it down
/// @param may publish, discard, mark, extra, substitute, stop
public record ClinicView(
    ClinicLine clinic,
    String plannedPractitioner,
    String place,
    String reason,
    boolean vacant,
    int extras,
    int packVersion,
    int extraLimit,
    List<Segment> segments,
    List<DeskLine> booked,
    List<QuotaLine> quota,
    Set<String> may) {

  /// One time segment.
  ///
  /// @param held kept for a moment by somebody who is filling in a form
  public record Segment(
      Instant start,
      Instant end,
      int places,
      int reserved,
      int booked,
      int held,
      int freeReserved,
      int freePublic) {}

  public ClinicView {
    segments = List.copyOf(segments);
    booked = List.copyOf(booked);
    quota = List.copyOf(quota);
    may = Set.copyOf(may);
  }
}

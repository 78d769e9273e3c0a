package org.heyi.platform.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.shared.AreaId;
import org.jspecify.annotations.Nullable;

/// 政策包: the head of one area's pack, as its `area` section says it.
///
/// @param level district, county or city
/// @param region six digits of GB/T 2260
/// @param effective from when what it says holds, where a line says nothing else: an uploaded
///   version not before the day it begins
/// @param synthetic made from a template: nothing in it is a real place
/// @param demoToday the day a demonstration plays on
public record Pack(
    AreaId area,
    String name,
    String nameEn,
    String level,
    String region,
    int version,
    LocalDate effective,
    Citation effectiveBy,
    Plan plan,
    boolean synthetic,
    @Nullable LocalDate demoToday) {

  /// 方案: the document a pack is made from.
  public record Plan(String title, String number, String issuer, int year, boolean draft) {}

  /// 政策包版本: one version of an area's pack that was loaded.
  ///
  /// @param begins the day it was applied from when it was uploaded; null for a file of the
  ///   installation, which holds from `effective`
  /// @param checksum of its content: comments and blanks do not count
  public record Version(
      AreaId area,
      int version,
      LocalDate effective,
      @Nullable LocalDate begins,
      Citation effectiveBy,
      String checksum,
      Instant loadedAt) {}

  /// 政策包的一节（原文）: a top-level key of the file, as it is written.
  ///
  /// @param file its name; a template's is the same for all its counties
  public record Section(String name, String file, int fromLine, int untilLine, String text) {}
}

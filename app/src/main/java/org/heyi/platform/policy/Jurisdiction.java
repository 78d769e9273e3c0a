package org.heyi.platform.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 政区: where an area lies, as the head of its pack says (GOV-32).
///
/// @param city the city it belongs to; several packs may name the same one
/// @param districts those that the plan of a city names
public record Jurisdiction(@Nullable City city, List<District> districts) {

  /// 所属市.
  public record City(String id, String name, String nameEn, String region, Citation citation) {}

  /// 市辖区、县区.
  public record District(String name, String region, Citation citation) {}

  public Jurisdiction {
    districts = List.copyOf(districts);
  }
}

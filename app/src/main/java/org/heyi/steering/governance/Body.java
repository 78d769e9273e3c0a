package org.heyi.steering.governance;

import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.Period;

/// 治理机构: a body that governs an area, a consortium or a grid (GOV-14). Posts, never names of
/// office-holders.
///
/// @param consortium empty where it governs the whole area
/// @param grid the service grid it governs, or empty
/// @param parent the body whose office or organ it is, or empty
/// @param chair the post that presides, or empty where the plan names none
/// @param secretariat the institution that does its daily work, or empty
/// @param secretariatHead the post that heads it, or empty
public record Body(
    String id,
    BodyKind kind,
    String name,
    String consortium,
    String grid,
    String parent,
    String chair,
    List<String> viceChairs,
    List<Seat> members,
    String secretariat,
    String secretariatHead,
    List<Charge> duties,
    Period life,
    Citation origin) {

  /// 成员席位: a post, or an institution that sends somebody; one of them is empty.
  public record Seat(String post, String institution) {}
}

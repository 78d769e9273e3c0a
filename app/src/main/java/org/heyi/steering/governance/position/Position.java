package org.heyi.steering.governance.position;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.policy.Citation;
import org.heyi.steering.community.Membership;
import org.heyi.steering.directory.InstitutionView;
import org.jspecify.annotations.Nullable;

/// 功能定位: what the plan wants some institutions to be for (GOV-29).
public record Position(Whom whom, List<Item> items, Citation origin) {

  /// The cases that a plan may give to an institution.
  static final List<String> CARE =
      List.of(
          "acute_critical",
          "complex",
          "specialty_complex",
          "high_outflow",
          "common",
          "chronic",
          "minor",
          "first_aid",
          "referred_up",
          "continuing",
          "rehabilitation",
          "elderly",
          "late_tumour",
          "nursing",
          "prevention",
          "health_management",
          "public_health",
          "first_contact");

  /// 强势专科: that of the plan's rule on strong specialties (临沂 三(一)3).
  public static final String SPECIALTY_COMPLEX = "specialty_complex";

  /// Whom it is for: the institutions it names; without names, those of its consortium, roles,
  /// kinds and levels, each as far as it says.
  ///
  /// @param consortium empty for every one of the area
  /// @param levels words of the directory; an institution whose level nobody recorded has none
  public record Whom(
      String consortium,
      List<String> roles,
      List<String> kinds,
      List<String> levels,
      List<String> institutions) {

    boolean isNobody() {
      return institutions.isEmpty() && isAnybody();
    }

    private boolean isAnybody() {
      return consortium.isEmpty() && roles.isEmpty() && kinds.isEmpty() && levels.isEmpty();
    }

    /// Whether it names some and describes others too.
    boolean isMixed() {
      return !institutions.isEmpty() && !isAnybody();
    }

    boolean includes(InstitutionView it, Collection<Membership> memberships) {
      return institutions.isEmpty()
          ? fits(kinds, it.kind()) && fits(levels, it.level()) && isMember(memberships)
          : institutions.contains(it.id().value());
    }

    private boolean isMember(Collection<Membership> memberships) {
      return (consortium.isEmpty() && roles.isEmpty())
          || memberships.stream()
              .filter(it -> consortium.isEmpty() || consortium.equals(it.consortium().value()))
              .anyMatch(it -> fits(roles, it.role()));
    }

    private static boolean fits(List<String> wanted, String is) {
      return wanted.isEmpty() || wanted.contains(is);
    }
  }

  /// One thing that it says.
  ///
  /// @param code of the closed list of cases, or of a department for a strong specialty; else empty
  /// @param text in the plan's words; may be empty beside a code
  /// @param atLeast how many, or null where the plan gives no number
  /// @param unit of the number, e.g. 张, or empty
  public record Item(
      Part part,
      String code,
      String text,
      @Nullable Integer atLeast,
      String unit,
      Citation origin) {}

  /// What an item speaks of.
  public enum Part {
    /// 收治病种
    CARE,
    /// 应提供的服务
    SERVICE,
    /// 建设规模
    SCALE,
    /// 设备配置标准
    EQUIPMENT,
    /// 强势专科
    SPECIALTY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String code) {
      return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst().orElseThrow();
    }
  }
}

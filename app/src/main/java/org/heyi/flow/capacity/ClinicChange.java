package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 出诊变更: what may be changed in a clinic that stands.
///
/// Each carries the version its writer saw, and why the day may fall below the reserved share, or
/// an empty text.
public sealed interface ClinicChange {

  ClinicId clinic();

  int version();

  String shareReason();

  /// 停诊.
  record Stop(ClinicId clinic, int version, String reason, String shareReason)
      implements ClinicChange {}

  /// 替诊: another doctor, perhaps of another class.
  record Substitute(
      ClinicId clinic,
      int version,
      String practitioner,
      @Nullable AccountId account,
      String slotClass,
      String reason,
      String shareReason)
      implements ClinicChange {}

  /// 加号: more places in a segment.
  record AddExtra(
      ClinicId clinic,
      int version,
      Instant segment,
      int count,
      boolean reserved,
      String reason,
      String shareReason)
      implements ClinicChange {}

  /// 调整预留: how many free places of a segment change to or from reserved.
  record Mark(
      ClinicId clinic,
      int version,
      Instant segment,
      int count,
      boolean reserved,
      String shareReason)
      implements ClinicChange {}
}

package org.heyi.flow.capacity;

import java.util.List;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 出诊医师: somebody of the hospital who may hold clinics.
public record Doctor(AccountId account, String name) {

  /// The account of whoever has the name, when exactly one of the hospital has it.
  public static @Nullable AccountId account(String name, List<Doctor> doctors) {
    var same = doctors.stream().filter(it -> it.name().equals(name)).toList();
    return same.size() == 1 ? same.getFirst().account() : null;
  }
}

package org.heyi.platform.revision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 修订编号.
public record RevisionId(UUID value) {

  /// A new id, ordered by time (UUID version 7).
  public static RevisionId next() {
    return new RevisionId(UuidCreator.getTimeOrderedEpoch());
  }

  public static RevisionId of(String value) {
    return new RevisionId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

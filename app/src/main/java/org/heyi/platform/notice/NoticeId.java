package org.heyi.platform.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 通知编号.
public record NoticeId(UUID value) {

  /// A new id, ordered by time (UUID version 7), so that indexes grow at one end.
  public static NoticeId next() {
    return new NoticeId(UuidCreator.getTimeOrderedEpoch());
  }

  public static NoticeId of(String value) {
    return new NoticeId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

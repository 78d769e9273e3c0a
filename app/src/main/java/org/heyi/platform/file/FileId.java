package org.heyi.platform.file;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 文件编号.
public record FileId(UUID value) {

  public static FileId next() {
    return new FileId(UuidCreator.getTimeOrderedEpoch());
  }

  public static FileId of(String value) {
    return new FileId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.heyi.flow.capacity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 出诊模板: what a doctor does every week on one weekday and session.
public record TemplateId(UUID value) {

  public static TemplateId next() {
    return new TemplateId(UuidCreator.getTimeOrderedEpoch());
  }

  public static TemplateId of(String value) {
    return new TemplateId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

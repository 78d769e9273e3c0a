package org.heyi.front.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Whether this is a demonstration: on the embedded database unless `heyi.demo.enabled=false`, and
/// never on a database somebody gave.
final class DemoMode implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var environment = context.getEnvironment();
    return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
        && environment.getProperty("heyi.demo.enabled", Boolean.class, true);
  }
}

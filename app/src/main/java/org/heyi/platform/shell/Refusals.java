package org.heyi.platform.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 可能的拒绝: which refusals of its room a route under `/api` answers, by their codes, for the
/// description of the interface. What every route may answer is not named.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refusals {

  /// Answered with 404.
  String[] unknown() default {};

  /// Answered with 403.
  String[] forbidden() default {};

  /// Answered with 422.
  String[] refused() default {};

  /// Answered with 409.
  String[] conflict() default {};
}

package org.heyi.platform.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the facade method that needs no [Staff], and says why.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoStaffNeeded {

  String because();
}

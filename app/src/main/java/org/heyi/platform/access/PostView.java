package org.heyi.platform.access;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.jspecify.annotations.Nullable;

/// 岗位: a post as shown.
///
/// @param place the institution's name
/// @param now in force today
public record PostView(
    PostId id,
    String role,
    InstitutionId institution,
    String place,
    @Nullable String department,
    LocalDate from,
    @Nullable LocalDate until,
    boolean now) {

  PostView at(String name) {
    return new PostView(id, role, institution, name, department, from, until, now);
  }
}

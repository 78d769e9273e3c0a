package org.heyi.platform.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 岗位: a post in which a person or a system acts.
record Post(PostId id, String role, InstitutionId institution, AreaId area) {

  /// From the columns `post`, `role`, `institution` and `area`; null when the row has no post.
  static @Nullable Post of(ResultSet row) throws SQLException {
    var id = row.getObject("post", UUID.class);
    return id == null
        ? null
        : new Post(
            new PostId(id),
            row.getString("role"),
            InstitutionId.of(row.getString("institution")),
            AreaId.of(row.getString("area")));
  }

  /// Who acts in it. A role that roles.yaml no longer has leaves a post without duties.
  Staff heldBy(AccountId account, String name, Roles roles) {
    return new Staff(
        account,
        name,
        id,
        role,
        institution,
        area,
        roles.find(role).map(Role::duties).orElse(Map.of()));
  }
}

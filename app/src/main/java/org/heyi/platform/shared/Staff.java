package org.heyi.platform.shared;

import java.util.Map;
import java.util.Optional;

/// 在岗人员: who acts: an account in one of its posts, with the post's duties and their reach.
///
/// It comes from the session or the token, never from a form.
///
/// @param name the person's name as shown to colleagues
/// @param role the post's role, a key of `roles.yaml`, e.g. `village-doctor`
/// @param duties duty code → how far it reaches
public record Staff(
    AccountId account,
    String name,
    PostId post,
    String role,
    InstitutionId institution,
    AreaId area,
    Map<String, Scope> duties)
    implements java.io.Serializable {

  public Staff {
    duties = Map.copyOf(duties);
  }

  public boolean may(Duty duty) {
    return duties.containsKey(duty.code());
  }

  /// May do it, and is of this very institution.
  public boolean mayAt(Duty duty, InstitutionId where) {
    return may(duty) && institution.equals(where);
  }

  public Optional<Scope> scope(Duty duty) {
    return Optional.ofNullable(duties.get(duty.code()));
  }
}

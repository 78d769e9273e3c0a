package org.heyi.platform.access.signin;

import java.util.Set;
import org.heyi.platform.shared.Staff;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who acts with a token, and what the token is for.
public record ActingSystem(Staff staff, Set<SmartScope> scopes) implements AuthenticatedPrincipal {

  public ActingSystem {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(String type, char interaction) {
    return scopes.stream().anyMatch(it -> it.covers(type, interaction));
  }

  @Override
  public String getName() {
    return staff.account().toString();
  }
}

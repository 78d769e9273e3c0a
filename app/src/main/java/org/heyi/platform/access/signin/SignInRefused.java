package org.heyi.platform.access.signin;

import org.springframework.security.core.AuthenticationException;

/// Sign-in said no.
public class SignInRefused extends AuthenticationException {

  private final Outcome outcome;

  SignInRefused(Outcome outcome) {
    super(outcome.word());
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}

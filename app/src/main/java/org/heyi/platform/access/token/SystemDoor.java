package org.heyi.platform.access.token;

import java.util.Objects;
import java.util.Set;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.SignInRefused;
import org.heyi.platform.access.signin.Systems;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Between Spring Security's client authentication and [Systems]. A program that is refused learns
/// no more than a person at the sign-in page: that it was.
///
/// No bean: the sign-in page takes the only provider there is.
final class SystemDoor implements AuthenticationProvider {

  private static final Set<ClientAuthenticationMethod> METHODS =
      Set.of(
          ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
          ClientAuthenticationMethod.CLIENT_SECRET_POST);

  private final Systems systems;
  private final AccessSettings settings;

  SystemDoor(Systems systems, AccessSettings settings) {
    this.systems = systems;
    this.settings = settings;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public @Nullable Authentication authenticate(Authentication typed) {
    var asked = (OAuth2ClientAuthenticationToken) typed;
    if (!METHODS.contains(asked.getClientAuthenticationMethod())) {
      return null;
    }
    var login = Objects.toString(asked.getPrincipal(), "");
    var secret = Objects.toString(asked.getCredentials(), "");
    try {
      return new OAuth2ClientAuthenticationToken(
          client(systems.judge(login, secret, caller(asked))),
          asked.getClientAuthenticationMethod(),
          null);
    } catch (SignInRefused refused) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
  }

  private static Caller caller(Authentication asked) {
    var address =
        asked.getDetails() instanceof WebAuthenticationDetails it ? it.getRemoteAddress() : null;
    return new Caller(Objects.requireNonNullElse(address, ""), "");
  }

  private RegisteredClient client(Systems.Admitted admitted) {
    return RegisteredClient.withId(admitted.staff().account().toString())
        .clientId(admitted.login())
        .clientAuthenticationMethods(it -> it.addAll(METHODS))
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(settings.token()).build())
        .build();
  }
}

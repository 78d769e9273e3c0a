package org.heyi.platform.access.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.signin.ActingSystem;
import org.heyi.platform.access.signin.SmartScope;
import org.heyi.platform.access.signin.Systems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/// 令牌: access tokens as signed JWT (RFC 9068, `at+jwt`), made for this installation and read by it
/// only: one algorithm, our issuer, our audience, our keys, a short life.
@Component
class Tokens {

  private static final String TYPE = "at+jwt";
  private static final int MOST_SCOPES = 50;

  private final SigningKeys keys;
  private final Systems systems;
  private final AccessSettings settings;
  private final Clock clock;

  Tokens(SigningKeys keys, Systems systems, AccessSettings settings, Clock clock) {
    this.keys = keys;
    this.systems = systems;
    this.settings = settings;
    this.clock = clock;
  }

  JwtGenerator generator() {
    var generator = new JwtGenerator(new NimbusJwtEncoder(keys));
    generator.setClock(clock);
    generator.setJwtCustomizer(this::sign);
    return generator;
  }

  private void sign(JwtEncodingContext token) {
    token.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type(TYPE).keyId(keys.current());
    token.getClaims().audience(List.of(settings.issuer()));
  }

  /// A scope must be asked for, and be one we understand.
  static void checkScopes(OAuth2ClientCredentialsAuthenticationContext request) {
    var token = (OAuth2ClientCredentialsAuthenticationToken) request.getAuthentication();
    var asked = token.getScopes();
    if (asked.isEmpty()
        || asked.size() > MOST_SCOPES
        || asked.stream().anyMatch(it -> SmartScope.of(it).isEmpty())) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
    }
  }

  JwtDecoder decoder() {
    var decoder =
        NimbusJwtDecoder.withJwkSource(keys)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .jwtProcessorCustomizer(it -> {
              it.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
              it.setJWSVerifierFactory(new RememberedSignatures());
            })
            .build();
    decoder.setJwtValidator(validator());
    return decoder;
  }

  private OAuth2TokenValidator<Jwt> validator() {
    var times = new JwtTimestampValidator(Duration.ZERO);
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        times,
        new JwtIssuerValidator(settings.issuer()),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, it -> it != null && it.equals(List.of(settings.issuer()))),
        new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
        new JwtClaimValidator<Instant>(JwtClaimNames.IAT, this::past),
        new JwtClaimValidator<>(JwtClaimNames.SUB, Objects::nonNull));
  }

  /// The library makes up a missing one, of the last second of the token's life.
  private boolean past(@Nullable Instant madeAt) {
    return madeAt != null && !madeAt.isAfter(clock.instant());
  }

  /// Who acts, as the account stands at this moment.
  Converter<Jwt, AbstractAuthenticationToken> acting() {
    return token -> {
      var staff =
          systems
              .acting(
                  Objects.requireNonNull(token.getSubject()),
                  Objects.requireNonNull(token.getIssuedAt()))
              .orElseThrow(() -> new InvalidBearerTokenException("the account is not in use"));
      var acting = new ActingSystem(staff, scopes(token));
      return new PreAuthenticatedAuthenticationToken(acting, "", List.of());
    };
  }

  private static Set<SmartScope> scopes(Jwt token) {
    var words = Objects.requireNonNullElse(token.getClaimAsStringList("scope"), List.<String>of());
    var scopes = new LinkedHashSet<SmartScope>();
    for (var word : words) {
      SmartScope.of(word).ifPresent(scopes::add);
    }
    return scopes;
  }
}

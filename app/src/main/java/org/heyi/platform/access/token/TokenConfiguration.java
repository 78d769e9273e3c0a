package org.heyi.platform.access.token;

import java.util.List;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.signin.ActingSystem;
import org.heyi.platform.access.signin.Systems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The way in for systems: a token for name and secret, and then the token. Of the library's
/// endpoints only these three are open; a session's cookie counts for nothing here.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  private static final RequestMatcher ENDPOINTS =
      new OrRequestMatcher(
          path(HttpMethod.POST, "/oauth2/token"),
          path(HttpMethod.GET, "/oauth2/jwks"),
          path(HttpMethod.GET, "/.well-known/oauth-authorization-server"));

  private static final RequestMatcher FHIR =
      PathPatternRequestMatcher.withDefaults().matcher("/fhir/**");

  private static final RequestMatcher WITH_TOKEN =
      new OrRequestMatcher(
          new AndRequestMatcher(
              new RequestHeaderRequestMatcher("Authorization"),
              PathPatternRequestMatcher.withDefaults().matcher("/api/**")),
          FHIR);

  @Bean
  @Order(1)
  SecurityFilterChain tokens(
      HttpSecurity http, Systems known, Tokens tokens, AccessSettings settings) {
    var door = new SystemDoor(known, settings);
    var kept = new NothingKept();
    var credentials = new OAuth2ClientCredentialsAuthenticationProvider(kept, tokens.generator());
    credentials.setAuthenticationValidator(Tokens::checkScopes);
    return plain(http)
        .securityMatcher(ENDPOINTS)
        .oauth2AuthorizationServer(it ->
            it.registeredClientRepository(new NothingKept.OfClients())
                .authorizationService(kept)
                .authorizationServerSettings(
                    AuthorizationServerSettings.builder().issuer(settings.issuer()).build())
                .tokenGenerator(tokens.generator())
                .clientAuthentication(
                    client -> client.authenticationProviders(all -> only(all, door)))
                .tokenEndpoint(endpoint -> credentialsOnly(endpoint, credentials)))
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }

  private static void credentialsOnly(
      OAuth2TokenEndpointConfigurer endpoint,
      OAuth2ClientCredentialsAuthenticationProvider credentials) {
    endpoint
        .accessTokenRequestConverters(all ->
            all.removeIf(it -> !(it instanceof OAuth2ClientCredentialsAuthenticationConverter)))
        .authenticationProviders(all -> only(all, credentials));
  }

  private static <T> void only(List<T> all, T one) {
    all.clear();
    all.add(one);
  }

  /// At `/fhir` the FHIR room asks for the token itself, for each type and interaction, because
  /// `/fhir/metadata` needs none; one that is sent along and bad is refused here.
  @Bean
  @Order(2)
  SecurityFilterChain systems(HttpSecurity http, Tokens tokens, TokenRefusals refusals) {
    return plain(http)
        .securityMatcher(WITH_TOKEN)
        .oauth2ResourceServer(it ->
            it.authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals)
                .jwt(jwt ->
                    jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(tokens.acting())))
        .authorizeHttpRequests(it ->
            it.requestMatchers(FHIR)
                .permitAll()
                .requestMatchers(HttpMethod.GET)
                .access(scope('r'))
                .anyRequest()
                .access(scope('u')))
        .build();
  }

  /// `/api` is no FHIR type: it needs a scope for all of them.
  private static AuthorizationManager<RequestAuthorizationContext> scope(char interaction) {
    return (who, _) ->
        new AuthorizationDecision(
            who.get() != null
                && who.get().getPrincipal() instanceof ActingSystem acting
                && acting.may("*", interaction));
  }

  private static HttpSecurity plain(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable);
  }

  private static RequestMatcher path(HttpMethod method, String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, path);
  }
}

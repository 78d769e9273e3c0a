package org.heyi.platform.access.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/// What the library would keep of tokens: nothing. One says everything itself and lives for
/// minutes.
final class NothingKept implements OAuth2AuthorizationService {

  @Override
  public void save(OAuth2Authorization token) {
    // nothing is kept
  }

  @Override
  public void remove(OAuth2Authorization token) {
    // nothing was kept
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return null;
  }

  /// And of clients: [SystemDoor] knows them, as they are accounts.
  static final class OfClients implements RegisteredClientRepository {

    @Override
    public void save(RegisteredClient client) {
      throw new UnsupportedOperationException("systems are registered as accounts");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
      return null;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String login) {
      return null;
    }
  }
}

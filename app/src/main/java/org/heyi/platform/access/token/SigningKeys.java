package org.heyi.platform.access.token;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.access.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 签名密钥: the keys in the database that sign tokens, so that every node signs with the same one and
/// knows the others' tokens. When the newest is too old the next token is signed with a new one; an
/// old one counts no more when no token of it can be good any more.
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

  private final SigningKeyStore store;
  private final AccessSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SigningKeys(
      SigningKeyStore store,
      AccessSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// The id of the key that signs now.
  String current() {
    return young().orElseGet(this::renewed);
  }

  /// Whatever still verifies. The endpoint for others' eyes shows public halves only.
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    var oldest = clock.instant().minus(settings.signingKey()).minus(settings.token());
    var known =
        stored().stream()
            .filter(it -> it.madeAt().isAfter(oldest))
            .map(it -> key(it.jwk()))
            .toList();
    return selector.select(new JWKSet(known));
  }

  /// Said in the library's words: it would take any other failure for a wrong token.
  private List<SigningKeyStore.Row> stored() throws KeySourceException {
    try {
      return store.all();
    } catch (DataAccessException e) {
      throw new KeySourceException("the signing keys cannot be read", e);
    }
  }

  private Optional<String> young() {
    var oldest = clock.instant().minus(settings.signingKey());
    return store.all().stream()
        .findFirst()
        .filter(it -> it.madeAt().isAfter(oldest))
        .map(it -> it.id().toString());
  }

  private String renewed() {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          store.lock();
          return young().orElseGet(this::made);
        }));
  }

  private String made() {
    var now = clock.instant();
    var id = UuidCreator.getTimeOrderedEpoch();
    try {
      var key =
          new ECKeyGenerator(Curve.P_256)
              .keyID(id.toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(ALGORITHM)
              .generate();
      store.removeMadeBefore(now.minus(settings.signingKey().multipliedBy(2)));
      store.add(new SigningKeyStore.Row(id, key.toJSONString(), now));
      return id.toString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JWK key(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException broken) {
      throw new IllegalStateException("a signing key in the database cannot be read", broken);
    }
  }
}

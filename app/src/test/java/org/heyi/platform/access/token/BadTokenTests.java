package org.heyi.platform.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The usual ways to forge, bend or reuse a token. Beside them stands the good one, so that a test
/// that refuses everything would fail.
@HeyiTest
class BadTokenTests {

  @Autowired MockMvcTester http;
  @Autowired Accounts accounts;
  @Autowired SigningKeys keys;
  @Autowired SigningKeyStore stored;
  @Autowired AccessSettings settings;
  @Autowired MovableClock clock;

  private final Map<String, String> tried = new LinkedHashMap<>();
  private TestSystem his;
  private ECKey ours;
  private ECKey theirs;

  @BeforeEach
  void open() throws Exception {
    his = TestSystem.open(http, accounts);
    ours = (ECKey) keys.get(selector(keys.current()), null).getFirst();
    theirs = new ECKeyGenerator(Curve.P_256).keyID(ours.getKeyID()).generate();
  }

  @Test
  @Satisfies("PLT-08")
  void noneOfThemIsAccepted() throws Exception {
    var good = signed(header(it -> it), claims(it -> it), new ECDSASigner(ours));
    assertThat(his.me(good)).as("the good one").hasStatusOk();

    algorithms();
    headers();
    contents();
    shapes(good);
    var accepted =
        tried.entrySet().stream()
            .filter(it -> his.me(it.getValue()).getResponse().getStatus() < 400)
            .map(Map.Entry::getKey)
            .toList();

    System.out.printf("bad tokens: %d tried, accepted %d%n", tried.size(), accepted.size());
    assertThat(tried).hasSizeGreaterThanOrEqualTo(30);
    assertThat(accepted).isEmpty();
    assertThat(his.me(good)).as("still the good one").hasStatusOk();
  }

  /// That a signature was right is remembered; that its key counts is asked each time.
  @Test
  void aKnownTokenIsRefusedOnceItsKeyIsGone() throws Exception {
    var good = signed(header(it -> it), claims(it -> it), new ECDSASigner(ours));
    assertThat(his.me(good)).hasStatusOk();
    assertThat(his.me(good)).as("remembered").hasStatusOk();
    stored.removeMadeBefore(clock.instant().plus(Duration.ofDays(10_000)));
    assertThat(his.me(good)).hasStatus(401);
  }

  private void algorithms() throws Exception {
    var claims = claims(it -> it);
    tried.put("no signature", new PlainJWT(claims).serialize());
    var none = "{\"alg\":\"nOnE\",\"typ\":\"at+jwt\",\"kid\":\"" + ours.getKeyID() + "\"}";
    tried.put("no signature, spelt otherwise", raw(none, claims, ""));
    tried.put("no signature, but our algorithm", raw(header(it -> it).toString(), claims, ""));
    var secret = new MACSigner(ours.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
    tried.put("our public key as a secret", signed(header("HS256"), claims, secret));
    var rsa = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    tried.put("RSA with our key's name", signed(header("RS256"), claims, new RSASSASigner(rsa)));
    var long384 = new ECKeyGenerator(Curve.P_384).keyID(ours.getKeyID()).generate();
    tried.put("a longer curve", signed(header("ES384"), claims, new ECDSASigner(long384)));
    tried.put(
        "another's key with our name", signed(header(it -> it), claims, new ECDSASigner(theirs)));
    tried.put("a signature of zeros", bare(claims, Base64URL.encode(new byte[64])));
    tried.put(
        "a signature in DER", bare(claims, Base64URL.encode(new byte[] {48, 6, 2, 1, 1, 2, 1, 1})));
  }

  private void headers() throws Exception {
    var claims = claims(it -> it);
    var signer = new ECDSASigner(theirs);
    tried.put(
        "their key in the header",
        signed(header(it -> it.jwk(theirs.toPublicJWK())), claims, signer));
    tried.put(
        "an address of their keys",
        signed(header(it -> it.jwkURL(URI.create("http://localhost:9/jwks"))), claims, signer));
    tried.put(
        "an address of their certificate",
        signed(header(it -> it.x509CertURL(URI.create("http://localhost:9/x5u"))), claims, signer));
    for (var kid : List.of("../../../../dev/null", "' or '1'='1", "", "x".repeat(3000))) {
      tried.put(
          "key named " + kid.substring(0, Math.min(12, kid.length())),
          signed(header(it -> it.keyID(kid)), claims, new ECDSASigner(ours)));
    }
    tried.put(
        "an unknown critical header",
        raw(
            "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"crit\":[\"exp\"],\"kid\":\""
                + ours.getKeyID()
                + "\"}",
            claims,
            "AAAA"));
    tried.put(
        "an identity token",
        signed(header(it -> it.type(JOSEObjectType.JWT)), claims, new ECDSASigner(ours)));
    tried.put(
        "a token of no type", signed(header(it -> it.type(null)), claims, new ECDSASigner(ours)));
  }

  private void contents() throws Exception {
    var now = clock.instant();
    our("expired", it -> it.expirationTime(Date.from(now.minusSeconds(1))));
    our("without an end", it -> it.expirationTime(null));
    our("of tomorrow", it -> it.notBeforeTime(Date.from(now.plus(Duration.ofDays(1)))));
    our("without its making", it -> it.issueTime(null));
    our("made before the secret", it -> it.issueTime(Date.from(now.minus(Duration.ofDays(1)))));
    our("for somebody else", it -> it.audience("https://elsewhere.example"));
    our(
        "for us and somebody else",
        it -> it.audience(List.of(settings.issuer(), "https://elsewhere.example")));
    our("for nobody", it -> it.audience((String) null));
    our("from somebody else", it -> it.issuer("https://elsewhere.example"));
    our("from nobody", it -> it.issuer(null));
    our("about nobody", it -> it.subject(null));
    our("about a stranger", it -> it.subject("nobody-of-that-name"));
    var person = TestStaff.login(TestStaff.another("physician", TestSystem.HOSPITAL));
    our("about a person", it -> it.subject(person));
    our("with no scope", it -> it.claim("scope", null));
    our("with a scope of something else", it -> it.claim("scope", List.of("openid", "admin")));
  }

  private void shapes(String good) {
    var parts = good.split("\\.", -1);
    tried.put("empty", "");
    tried.put("no token at all", "abc");
    tried.put("three dots", "a.b.c");
    tried.put("cut short", good.substring(0, good.length() - 4));
    tried.put("without its signature", parts[0] + "." + parts[1] + ".");
    tried.put(
        "with other content",
        parts[0] + "." + Base64URL.encode("{\"sub\":\"x\"}") + "." + parts[2]);
    tried.put("of five parts", good + ".AAAA.AAAA");
    tried.put("twice", good + " " + good);
    tried.put("with a line after it", good + "%0d%0aX: y");
    tried.put("very large", "A".repeat(200_000) + "." + parts[1] + "." + parts[2]);
  }

  private void our(String what, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    tried.put(what, signed(header(it -> it), claims(change), new ECDSASigner(ours)));
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    var now = clock.instant();
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.issuer())
                .subject(his.login())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.token())))
                .claim("scope", List.of("system/*.cruds")))
        .build();
  }

  private JWSHeader header(UnaryOperator<JWSHeader.Builder> change) {
    return change
        .apply(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(ours.getKeyID()))
        .build();
  }

  private JWSHeader header(String algorithm) {
    return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
        .type(new JOSEObjectType("at+jwt"))
        .keyID(ours.getKeyID())
        .build();
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws Exception {
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private String bare(JWTClaimsSet claims, Base64URL signature) {
    return raw(header(it -> it).toString(), claims, signature.toString());
  }

  private static String raw(String header, JWTClaimsSet claims, String signature) {
    return Base64URL.encode(header) + "." + Base64URL.encode(claims.toString()) + "." + signature;
  }

  private static JWKSelector selector(String kid) {
    return new JWKSelector(new JWKMatcher.Builder().keyID(kid).build());
  }
}

package org.heyi.platform.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Remembers which signatures were found good, as a program sends one token with every request and
/// the arithmetic of a signature is the dearest part of many. Nothing else about a token is
/// remembered: its key is looked up and its claims are judged each time.
final class RememberedSignatures extends DefaultJWSVerifierFactory {

  private static final int MOST = 1_000;

  /// What exactly was good: by this key, for these bytes.
  private record Signed(Key key, String content, Base64URL signature) {}

  private final Set<Signed> good =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Signed, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  @Override
  public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
    return new Remembering(super.createJWSVerifier(header, key), key);
  }

  private final class Remembering implements JWSVerifier {

    private final JWSVerifier careful;
    private final Key key;

    private Remembering(JWSVerifier careful, Key key) {
      this.careful = careful;
      this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] content, Base64URL signature)
        throws JOSEException {
      var signed = new Signed(key, new String(content, StandardCharsets.ISO_8859_1), signature);
      if (good.contains(signed)) {
        return true;
      }
      boolean right = careful.verify(header, content, signature);
      if (right) {
        good.add(signed);
      }
      return right;
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return careful.supportedJWSAlgorithms();
    }

    @Override
    public JCAContext getJCAContext() {
      return careful.getJCAContext();
    }
  }
}

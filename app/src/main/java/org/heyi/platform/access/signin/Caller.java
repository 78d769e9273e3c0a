package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/// 来访: from which address, with which browser somebody signs in.
public record Caller(String address, String device) implements Serializable {

  private static final int LONGEST = 200;

  public Caller {
    device = device.substring(0, Math.min(device.length(), LONGEST));
  }

  public static Caller of(HttpServletRequest request) {
    var agent = request.getHeader("User-Agent");
    return new Caller(request.getRemoteAddr(), agent == null ? "" : agent);
  }
}

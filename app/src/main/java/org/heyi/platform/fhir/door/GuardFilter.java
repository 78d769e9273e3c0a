package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BODY_TOO_LARGE;
import static org.heyi.platform.fhir.FhirProblem.NOT_THIS_FORMAT;
import static org.heyi.platform.fhir.FhirProblem.ONLY_JSON;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.heyi.platform.fhir.FhirSettings;
import org.heyi.platform.shared.ProblemException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a body through to HAPI when it is JSON, comes with a token and the [Guard] has seen it. A
/// search by form goes through as it is: its fields are held to the offer like those of a query.
@Component
class GuardFilter extends OncePerRequestFilter {

  private static final Set<String> JSON = Set.of("application/fhir+json", "application/json");
  private static final int LONGEST_FORMAT = 40;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Guard guard;
  private final Bodies bodies;
  private final FhirSettings settings;
  private final Outcomes outcomes;

  GuardFilter(Guard guard, Bodies bodies, FhirSettings settings, Outcomes outcomes) {
    this.guard = guard;
    this.bodies = bodies;
    this.settings = settings;
    this.outcomes = outcomes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      format(request);
      chain.doFilter(looked(new Json(request)), response);
    } catch (ProblemException refused) {
      outcomes.write(refused, request, response);
    }
  }

  private static void format(HttpServletRequest request) {
    var asked = request.getParameter("_format");
    if (asked != null && !asked.contains("json")) {
      throw NOT_THIS_FORMAT.with(asked.length() > LONGEST_FORMAT ? "…" : asked);
    }
  }

  private HttpServletRequest looked(HttpServletRequest request) throws IOException {
    var type = type(request);
    if (type.equals(FORM) && request.getRequestURI().endsWith("/_search")) {
      return request;
    }
    if (request.getHeader("Content-Encoding") != null) {
      throw ONLY_JSON.with();
    }
    var body = request.getInputStream().readNBytes(settings.mostBytes() + 1);
    if (body.length == 0) {
      return request;
    }
    if (body.length > settings.mostBytes()) {
      throw BODY_TOO_LARGE.with(settings.mostBytes());
    }
    if (!JSON.contains(type)) {
      throw ONLY_JSON.with();
    }
    WhoCalls.of();
    guard.look(body);
    bodies.keep(request, body);
    return new Looked(request, body);
  }

  private static String type(HttpServletRequest request) {
    var given = request.getContentType();
    if (given == null) {
      return "";
    }
    try {
      var type = MediaType.parseMediaType(given);
      var charset = type.getCharset();
      if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
        throw ONLY_JSON.with();
      }
      return type.getType() + "/" + type.getSubtype();
    } catch (InvalidMediaTypeException broken) {
      throw ONLY_JSON.with();
    }
  }

  /// Answers are JSON, whatever a browser would like best.
  private static final class Json extends HttpServletRequestWrapper {

    private static final String ACCEPT = "Accept";
    private static final String ONLY = "application/fhir+json";

    private Json(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase(ACCEPT) ? ONLY : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(ACCEPT)
          ? Collections.enumeration(List.of(ONLY))
          : super.getHeaders(name);
    }
  }

  /// The request with the body that was looked at.
  private static final class Looked extends HttpServletRequestWrapper {

    private final byte[] body;

    private Looked(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    private Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is here already");
    }
  }
}

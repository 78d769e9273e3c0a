package org.heyi.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A plain load balancer before several nodes: each request goes to the next one that its readiness
/// probe calls ready. What could not be delivered goes to another; what got lost on the way back is
/// not sent again, as nobody here knows whether it was done.
final class FrontDoor implements AutoCloseable {

  /// A node: where its pages are, and where its probe.
  record Node(int port, int management) {}

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int LOOK_MILLIS = 250;
  private static final int BAD_GATEWAY = 502;
  private static final Set<String> OF_THE_WAY =
      Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "host", "upgrade");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Set<Node> ready = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Node> nodes;
  private volatile boolean closed;

  FrontDoor(List<Node> nodes) throws IOException {
    this.nodes = nodes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    look();
    server.start();
    threads.execute(this::keepLooking);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// A node that was started again listens elsewhere.
  void nodes(List<Node> now) {
    nodes = now;
  }

  boolean isReady(Node node) {
    return ready.contains(node);
  }

  private void keepLooking() {
    while (!closed) {
      look();
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look() {
    var now = nodes;
    ready.retainAll(now);
    for (var node : now) {
      if (probe(node)) {
        ready.add(node);
      } else {
        ready.remove(node);
      }
    }
  }

  private boolean probe(Node node) {
    var address = "http://127.0.0.1:%d/actuator/health/readiness".formatted(node.management());
    var question = HttpRequest.newBuilder(URI.create(address)).timeout(LOOK).build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var candidates = nodes.stream().filter(ready::contains).toList();
      for (int i = 0; i < candidates.size(); i++) {
        var node = candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
        try {
          answer(exchange, http.send(request(exchange, node, body), BodyHandlers.ofByteArray()));
          return;
        } catch (ConnectException closedDoor) {
          ready.remove(node);
        }
      }
      exchange.sendResponseHeaders(BAD_GATEWAY, -1);
    } catch (IOException lost) {
      exchange.sendResponseHeaders(BAD_GATEWAY, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange, Node node, byte[] body) {
    var to = URI.create("http://127.0.0.1:" + node.port() + exchange.getRequestURI());
    var request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OF_THE_WAY.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request
        .header("X-Forwarded-For", "127.0.0.1")
        .header("X-Forwarded-Proto", "http")
        .header("X-Forwarded-Host", "localhost")
        .header("X-Forwarded-Port", String.valueOf(port()))
        .build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!OF_THE_WAY.contains(name.toLowerCase(Locale.ROOT))) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}

package org.heyi.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/// Debian's nginx with the configuration of the guide for operators, on free ports and with a
/// certificate made for the test.
final class Nginx implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path GUIDE = Path.of("..", "docs", "operations", "nginx.conf");
  private static final char[] PASSWORD = "test-only".toCharArray();

  private final Process process;
  private final int plain;
  private final int tls;
  private final Certificate certificate;

  private Nginx(Process process, int plain, int tls, Certificate certificate) {
    this.process = process;
    this.plain = plain;
    this.tls = tls;
    this.certificate = certificate;
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  static Nginx before(RunningHeyi heyi, Path folder) throws Exception {
    var keys = keys(folder);
    var certificate = keys.getCertificate("heyi");
    write(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded());
    write(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("heyi", PASSWORD).getEncoded());
    int plain = freePort();
    int tls = freePort();
    var site =
        Files.readString(GUIDE)
            .replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + tls + " ssl;")
            .replace("/etc/heyi/tls", folder.toString())
            .replace("127.0.0.1:8080", "127.0.0.1:" + heyi.port());
    var all = folder.resolve("nginx.conf");
    Files.writeString(
        all,
        """
        daemon off;
        master_process off;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          %2$s
        }
        """
            .formatted(folder, site));
    var process =
        new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-c", all.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    var nginx = new Nginx(process, plain, tls, certificate);
    nginx.await(folder);
    return nginx;
  }

  String address() {
    return "https://localhost:" + tls;
  }

  String plainAddress() {
    return "http://localhost:" + plain;
  }

  Certificate certificate() {
    return certificate;
  }

  private static KeyStore keys(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    var file = folder.resolve("keys.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "heyi",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    if (!made.waitFor(30, TimeUnit.SECONDS) || made.exitValue() != 0) {
      throw new IOException("keytool made no key");
    }
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    Files.writeString(
        file,
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(kind, encoder.encodeToString(content)));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// It listens before it says anything; a port can only be tried again.
  private void await(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < 100 && process.isAlive(); i++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), tls)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    close();
    throw new IOException(Files.readString(folder.resolve("output.log")));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

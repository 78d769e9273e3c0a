package org.heyi.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.StringUtils;

/// Starts the embedded server before anything else, unless `spring.datasource.url` names a
/// database.
///
/// The directory is taken at once, so that a second Heyi on it ends before it has begun. The server
/// comes up while Spring still reads classes; whoever first needs the bean waits for it.
final class EmbeddedStart implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    var environment = context.getEnvironment();
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      return;
    }
    var directory = Path.of(environment.getProperty("heyi.data", "data"));
    var data = DataDirectory.hold(directory);
    var server =
        CompletableFuture.supplyAsync(
            () -> EmbeddedServer.start(data), it -> Thread.ofPlatform().name("database").start(it));
    // A start that fails before the bean is made destroys no bean.
    SpringApplication.getShutdownHandlers().add(() -> close(server));
    context.registerBean(
        EmbeddedServer.class, () -> outcome(server), it -> it.setDestroyMethodName("close"));
  }

  private static void close(CompletableFuture<EmbeddedServer> server) {
    try {
      server.join().close();
    } catch (CompletionException _) {
      // It never started, and has said so to whoever asked for it.
    }
  }

  private static EmbeddedServer outcome(CompletableFuture<EmbeddedServer> server) {
    try {
      return server.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}

package org.heyi.bench.hapi;

import ca.uhn.fhir.rest.server.RestfulServer;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// HAPI FHIR JPA server 8.8.0 at `/fhir`, on a PostgreSQL that is given. The choices are those that
/// make it fast: only the types that are asked for, no full-text index, no validation, no
/// subscriptions, no check of references, no authentication and no audit.
///
/// Options: `--server.port=`, `--database=` (a JDBC address with its account).
public final class HapiServer {

  public static void main(String[] arguments) throws Exception {
    System.setProperty("hapi.database", option(arguments, "--database="));
    var spring = new AnnotationConfigApplicationContext(HapiConfiguration.class);
    var tomcat =
        serve(
            spring.getBean(RestfulServer.class),
            Integer.parseInt(option(arguments, "--server.port=")));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat, spring)));
    tomcat.getServer().await();
  }

  private static Tomcat serve(RestfulServer fhir, int port) throws Exception {
    var folder = Files.createTempDirectory("heyi-bench-hapi");
    folder.toFile().deleteOnExit();
    var tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "fhir", fhir).setLoadOnStartup(1);
    context.addServletMappingDecoded("/fhir/*", "fhir");
    tomcat.start();
    return tomcat;
  }

  private static void stop(Tomcat tomcat, AnnotationConfigApplicationContext spring) {
    try {
      tomcat.stop();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    } finally {
      spring.close();
    }
  }

  private static String option(String[] arguments, String name) {
    return Arrays.stream(arguments)
        .filter(it -> it.startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"))
        .substring(name.length());
  }

  private HapiServer() {}
}

package org.heyi.platform.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Prints the link of the first start on the console, after everything else that runs at start: the
/// demonstration brings its own administrator. Not into the log, which may be collected elsewhere.
/// People are at work by then: a database that goes away does not end the start.
@Component
class SetupAnnouncement {

  private static final Logger LOG = LoggerFactory.getLogger(SetupAnnouncement.class);

  private final SetupLinks links;
  private final AccessSettings settings;
  private final Environment environment;

  SetupAnnouncement(SetupLinks links, AccessSettings settings, Environment environment) {
    this.links = links;
    this.settings = settings;
    this.environment = environment;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(ApplicationReadyEvent ready) {
    try {
      links.next().ifPresent(token -> System.out.println(sentence(token)));
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("no link can be made for the first administrator; the next start makes one", away);
    }
  }

  private String sentence(String token) {
    return """

    还没有系统管理员。请在浏览器打开此链接设立（只能用一次）：
    There is no system administrator yet. Open this link in a browser to make one (good once):
      %s/setup/%s
    """
        .formatted(address(), token);
  }

  /// As people will reach it, if that was told; on this machine the port may be a free one.
  private String address() {
    return environment.containsProperty("HEYI_URL")
        ? settings.issuer()
        : "http://localhost:" + environment.getProperty("local.server.port", "8080");
  }
}

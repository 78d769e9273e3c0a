package org.heyi.steering.directory.siting.web;

import org.heyi.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The siting plan in the menu, after the jurisdictions.
@Configuration(proxyBeanMethods = false)
class SitingMenu {

  private static final int ORDER = 408;

  @Bean
  MenuEntry sitingMenuEntry() {
    return MenuEntry.of("/siting", "siting.menu", ORDER, _ -> true);
  }
}

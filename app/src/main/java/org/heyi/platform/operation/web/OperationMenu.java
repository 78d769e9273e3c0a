package org.heyi.platform.operation.web;

import org.heyi.platform.operation.OperationDuty;
import org.heyi.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu.
@Configuration(proxyBeanMethods = false)
class OperationMenu {

  @Bean
  MenuEntry operation() {
    return MenuEntry.of(
        "/operation", "operation.menu", 950, staff -> staff.may(OperationDuty.WATCH));
  }

  /// Everybody may read it; who connects systems needs it in the menu.
  @Bean
  MenuEntry interfaceGuide() {
    return MenuEntry.of("/api-guide", "api.title", 960, staff -> staff.may(OperationDuty.WATCH));
  }
}

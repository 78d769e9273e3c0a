package org.heyi.platform.audit.web;

import org.heyi.platform.audit.AuditDuty;
import org.heyi.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu.
@Configuration(proxyBeanMethods = false)
class AuditMenu {

  @Bean
  MenuEntry auditLog() {
    return MenuEntry.of("/audit", "audit.log", 930, staff -> staff.may(AuditDuty.REVIEW));
  }
}

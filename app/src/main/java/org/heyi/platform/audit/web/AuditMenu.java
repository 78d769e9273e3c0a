package org.heyi.platform.audit.web;

import org.heyi.platform.audit.AuditDuty;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.PageEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu, and its page that the search box finds by name.
@Configuration(proxyBeanMethods = false)
class AuditMenu {

  @Bean
  MenuEntry auditLog() {
    return MenuEntry.of("/audit", "audit.log", 930, staff -> staff.may(AuditDuty.REVIEW));
  }

  @Bean
  PageEntry auditVerification() {
    return PageEntry.of(
        "/audit/verification", "audit.verification", staff -> staff.may(AuditDuty.REVIEW));
  }
}

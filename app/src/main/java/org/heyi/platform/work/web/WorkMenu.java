package org.heyi.platform.work.web;

import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Badge;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkDuty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entries in the menu.
@Configuration(proxyBeanMethods = false)
class WorkMenu {

  @Bean
  MenuEntry workInbox() {
    return MenuEntry.of("/work", "work.inbox", 100, _ -> true);
  }

  @Bean
  MenuEntry workOverdue() {
    return MenuEntry.of(
        "/work/overdue", "work.overdue", 105, staff -> staff.may(WorkDuty.SUPERVISE));
  }

  @Bean
  MenuEntry workUnowned() {
    return MenuEntry.of(
        "/work/unowned", "work.unowned", 106, staff -> staff.may(WorkDuty.SUPERVISE));
  }

  @Bean
  Badge workWaiting(Work work) {
    return new Badge() {
      @Override
      public String path() {
        return "/work";
      }

      @Override
      public long count(Staff staff) {
        return work.waiting(staff);
      }
    };
  }
}

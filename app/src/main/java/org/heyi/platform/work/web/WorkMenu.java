package org.heyi.platform.work.web;

import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Badge;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.PageEntry;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkDuty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu, with the number of items that wait. Supervisors find their lists
/// as tabs of the page, and by name.
@Configuration(proxyBeanMethods = false)
class WorkMenu {

  @Bean
  MenuEntry workInbox() {
    return MenuEntry.of("/work", "work.inbox", 100, _ -> true);
  }

  @Bean
  PageEntry overdueWork() {
    return PageEntry.of("/work/overdue", "work.overdue", it -> it.may(WorkDuty.SUPERVISE));
  }

  @Bean
  PageEntry unownedWork() {
    return PageEntry.of("/work/unowned", "work.unowned", it -> it.may(WorkDuty.SUPERVISE));
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

package org.heyi.platform.notice.web;

import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Badge;
import org.heyi.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu, with the number of unread notices.
@Configuration(proxyBeanMethods = false)
class NoticeMenu {

  @Bean
  MenuEntry noticeList() {
    return MenuEntry.of("/notices", "notice.menu", 110, _ -> true);
  }

  @Bean
  Badge noticeUnread(Notices notices) {
    return new Badge() {
      @Override
      public String path() {
        return "/notices";
      }

      @Override
      public long count(Staff staff) {
        return notices.unread(staff);
      }
    };
  }
}

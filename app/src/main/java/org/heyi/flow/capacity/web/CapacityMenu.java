package org.heyi.flow.capacity.web;

import org.heyi.flow.capacity.CapacityDuty;
import org.heyi.flow.capacity.Schedules;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Badge;
import org.heyi.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this room puts into the menu.
@Configuration(proxyBeanMethods = false)
class CapacityMenu {

  @Bean
  MenuEntry deskEntry() {
    return MenuEntry.of(
        "/appointments", "capacity.menu-desk", 130, it -> it.may(CapacityDuty.ARRIVE));
  }

  @Bean
  MenuEntry ownClinicsEntry() {
    return MenuEntry.of("/my-clinics", "capacity.menu-mine", 140, it -> it.may(CapacityDuty.ADD));
  }

  @Bean
  MenuEntry toTellEntry() {
    return MenuEntry.of("/to-tell", "capacity.menu-to-tell", 150, CapacityMenu::tells);
  }

  @Bean
  Badge toTellBadge(Schedules schedules) {
    return new Badge() {
      @Override
      public String path() {
        return "/to-tell";
      }

      @Override
      public long count(Staff staff) {
        return tells(staff) ? schedules.countToTell(staff) : 0;
      }
    };
  }

  @Bean
  MenuEntry clinicsEntry() {
    return MenuEntry.of("/clinics", "capacity.menu-clinics", 300, it -> it.may(CapacityDuty.PLAN));
  }

  @Bean
  MenuEntry templatesEntry() {
    return MenuEntry.of(
        "/clinic-templates", "capacity.menu-templates", 310, it -> it.may(CapacityDuty.PLAN));
  }

  @Bean
  MenuEntry quotaEntry() {
    return MenuEntry.of("/quota", "capacity.menu-quota", 320, it -> it.may(CapacityDuty.PLAN));
  }

  private static boolean tells(Staff staff) {
    return staff.may(CapacityDuty.BOOK) || staff.may(CapacityDuty.PLAN);
  }
}

package org.heyi.platform.access.web;

import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.access.emergency.Emergencies;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Badge;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.PageEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entries in the menu, and its pages that the search box finds by name.
@Configuration(proxyBeanMethods = false)
class AccessMenu {

  @Bean
  MenuEntry accountsEntry() {
    return MenuEntry.of(
        "/accounts",
        "access.accounts",
        900,
        it -> it.may(AccessDuty.MANAGE_ACCOUNTS) || it.may(AccessDuty.MANAGE_SECURITY));
  }

  @Bean
  MenuEntry deputiesEntry() {
    return MenuEntry.of(
        "/deputies", "access.deputies", 901, it -> it.may(AccessDuty.MANAGE_ACCOUNTS));
  }

  @Bean
  MenuEntry sessionsEntry() {
    return MenuEntry.of(
        "/sessions", "access.sessions", 910, it -> it.may(AccessDuty.MANAGE_SECURITY));
  }

  @Bean
  MenuEntry signInsEntry() {
    return MenuEntry.of(
        "/sign-ins", "access.sign-ins", 911, it -> it.may(AccessDuty.MANAGE_SECURITY));
  }

  @Bean
  MenuEntry emergenciesEntry() {
    return MenuEntry.of(
        "/emergencies", "access.emergencies", 920, it -> it.may(AccessDuty.REVIEW_EMERGENCY));
  }

  @Bean
  PageEntry newAccountPage() {
    return PageEntry.of(
        "/accounts/new", "access.open-account", it -> it.may(AccessDuty.MANAGE_ACCOUNTS));
  }

  @Bean
  PageEntry ownAccountPage() {
    return PageEntry.of("/account", "access.own-account", _ -> true);
  }

  @Bean
  PageEntry ownDeputiesPage() {
    return PageEntry.of("/account/deputies", "access.own-deputies", _ -> true);
  }

  @Bean
  Badge emergenciesBadge(Emergencies emergencies) {
    return new Badge() {
      @Override
      public String path() {
        return "/emergencies";
      }

      @Override
      public long count(Staff staff) {
        return emergencies.waiting(staff);
      }
    };
  }
}

package org.heyi.person.resident.web;

import org.heyi.person.resident.ResidentDuty;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.PageEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu, and its pages that the search box finds by name.
@Configuration(proxyBeanMethods = false)
class ResidentMenu {

  @Bean
  MenuEntry residentsMenu() {
    return MenuEntry.of("/residents", "resident.menu", 200, it -> it.may(ResidentDuty.VIEW));
  }

  @Bean
  PageEntry residentsBook() {
    return PageEntry.of("/residents/book", "resident.book", it -> it.may(ResidentDuty.VIEW));
  }

  @Bean
  PageEntry residentRegistration() {
    return PageEntry.of("/residents/new", "resident.register", it -> it.may(ResidentDuty.REGISTER));
  }
}

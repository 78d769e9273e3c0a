package org.heyi.person.resident.web;

import java.util.List;
import org.heyi.person.resident.ResidentDuty;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.SearchSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How this room shows itself on every page: a menu entry, and hits of the search box.
@Configuration(proxyBeanMethods = false)
class ResidentSearch {

  private static final int MENU_ORDER = 200;
  private static final int SEARCH_ORDER = 10;

  @Bean
  MenuEntry residentsMenu() {
    return MenuEntry.of("/residents", "resident.menu", MENU_ORDER, it -> it.may(ResidentDuty.VIEW));
  }

  @Bean
  SearchSource residentsSource(Residents residents) {
    return new SearchSource() {
      @Override
      public String label() {
        return "resident.menu";
      }

      @Override
      public int order() {
        return SEARCH_ORDER;
      }

      // Those of the catchment only; a full number is asked for on the residents' own page.
      @Override
      public List<Hit> search(String text, Staff by, int most) {
        if (!by.may(ResidentDuty.VIEW)) {
          return List.of();
        }
        return residents.find(text, by).own().stream()
            .limit(most)
            .map(it -> new Hit(it.name(), it.birthDate() + " " + it.number(), path(it.id())))
            .toList();
      }

      private String path(Object id) {
        return "/residents/" + id;
      }
    };
  }
}

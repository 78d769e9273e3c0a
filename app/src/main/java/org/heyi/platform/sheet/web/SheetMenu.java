package org.heyi.platform.sheet.web;

import java.util.List;
import org.heyi.platform.sheet.SheetImport;
import org.heyi.platform.shell.MenuEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entry in the menu, for whoever may bring something in.
@Configuration(proxyBeanMethods = false)
class SheetMenu {

  @Bean
  MenuEntry importsEntry(ObjectProvider<SheetImport> kinds) {
    List<SheetImport> all = kinds.stream().toList();
    return MenuEntry.of(
        "/imports", "sheet.imports", 390, staff -> all.stream().anyMatch(it -> it.allowed(staff)));
  }
}

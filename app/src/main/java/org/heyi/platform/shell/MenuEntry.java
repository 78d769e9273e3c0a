package org.heyi.platform.shell;

import java.util.function.Predicate;
import org.heyi.platform.shared.Staff;

/// 菜单项: one entry of the menu. A room declares it as a bean.
///
/// @see Badge for the number beside it
public interface MenuEntry extends PageEntry {

  /// Smaller is higher. Daily work 100–199, people 200–299, planning 300–399, area and plans
  /// 400–499, administration 900–999.
  int order();

  static MenuEntry of(String path, String label, int order, Predicate<Staff> shown) {
    var page = PageEntry.of(path, label, shown);
    return new MenuEntry() {
      @Override
      public String path() {
        return page.path();
      }

      @Override
      public String label() {
        return page.label();
      }

      @Override
      public int order() {
        return order;
      }

      @Override
      public boolean shownTo(Staff staff) {
        return page.shownTo(staff);
      }
    };
  }
}

package org.heyi.platform.shell;

import org.heyi.platform.shared.Staff;

/// 菜单项: one entry of the menu. A room declares it as a bean.
///
/// @see Badge for the number beside it
public interface MenuEntry {

  /// Where it leads, e.g. `/referrals/inbox`.
  String path();

  /// Key of its words.
  String label();

  /// Smaller is higher. Daily work 100–199, people 200–299, planning 300–399, area and plans
  /// 400–499, administration 900–999.
  int order();

  boolean shownTo(Staff staff);

  static MenuEntry of(
      String path, String label, int order, java.util.function.Predicate<Staff> shown) {
    return new MenuEntry() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public String label() {
        return label;
      }

      @Override
      public int order() {
        return order;
      }

      @Override
      public boolean shownTo(Staff staff) {
        return shown.test(staff);
      }
    };
  }
}

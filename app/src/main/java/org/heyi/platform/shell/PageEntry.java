package org.heyi.platform.shell;

import java.util.function.Predicate;
import org.heyi.platform.shared.Staff;

/// 页面项: a page that the search box finds by its name. A room declares it as a bean; what stands in
/// the menu is a [MenuEntry].
public interface PageEntry {

  /// Where it leads, e.g. `/referrals/inbox`.
  String path();

  /// Key of its words.
  String label();

  boolean shownTo(Staff staff);

  static PageEntry of(String path, String label, Predicate<Staff> shown) {
    return new PageEntry() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public String label() {
        return label;
      }

      @Override
      public boolean shownTo(Staff staff) {
        return shown.test(staff);
      }
    };
  }
}

package org.heyi.steering.community.web;

import java.util.Locale;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.GridView;
import org.heyi.steering.community.MembershipView;
import org.heyi.steering.community.finding.Finding;

/// Names of the plan in the reader's language.
final class Language {

  private Language() {}

  static String name(Pack area, Words words) {
    return isEnglish(words) ? area.nameEn() : area.name();
  }

  static String name(ConsortiumView consortium, Words words) {
    return isEnglish(words) ? consortium.nameEn() : consortium.name();
  }

  static String name(GridView grid, Words words) {
    return isEnglish(words) ? grid.nameEn() : grid.name();
  }

  static String name(Finding.Target target, Words words) {
    return isEnglish(words) ? target.nameEn() : target.name();
  }

  static String says(Finding.Clause clause, Words words) {
    return isEnglish(words) ? clause.saysEn() : clause.says();
  }

  static String name(MembershipView membership, Words words) {
    return isEnglish(words) ? membership.nameEn() : membership.name();
  }

  static String grid(MembershipView membership, Words words) {
    return isEnglish(words) ? membership.gridEn() : membership.grid();
  }

  private static boolean isEnglish(Words words) {
    return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}

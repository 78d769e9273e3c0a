package org.heyi.front.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.heyi.person.resident.identity.IdCard;

/// Makes people up: the same seed gives the same people.
///
/// ID numbers carry a valid check digit and a region that GB/T 2260 gives to nobody; phones begin
/// with a block that no operator has (`1900000`). So no made-up person meets a real one.
final class SyntheticPeople {

  private static final String[] SURNAMES =
      ("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 "
              + "单 仇 解 查 盖 欧阳 上官")
          .split(" ");
  private static final String[] MALE =
      "建国 志强 文斌 俊杰 海涛 德顺 永福 长林 宝山 玉田 子轩 浩然 国栋 振华 立新 广义 春生 铁柱 明远 思源".split(" ");
  private static final String[] FEMALE =
      "秀英 桂兰 丽娟 雪梅 晓燕 玉珍 淑芬 凤霞 春花 佳怡 雨桐 欣然 慧敏 婷婷 素云 海棠 美玲 月娥 子涵 若曦".split(" ");

  /// Names with characters that older systems lose (Unicode Ext-A, Ext-B) and a long one with ·.
  private static final String[] RARE = {"王䶮", "李㛃", "张𠮷", "赵𬭚生", "买买提·吐尔逊·阿卜杜热合曼", "刘喆垚", "陈翀珺"};

  private static final int OLDEST = 88;
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

  private final SplittableRandom random;
  private int made;

  SyntheticPeople(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A person who does not exist.
  record Person(String name, boolean female, LocalDate birthDate, String idNumber, String phone) {}

  Person next(LocalDate today) {
    made++;
    boolean female = random.nextBoolean();
    var birth = today.minusYears(random.nextInt(OLDEST)).minusDays(1 + random.nextInt(365));
    var name = made % 23 == 0 ? pick(RARE) : pick(SURNAMES) + pick(female ? FEMALE : MALE);
    int sequence = (made * 2) % 998 + (female ? 0 : 1);
    return new Person(name, female, birth, idNumber(birth, sequence), phone());
  }

  /// A colleague's name.
  String staffName() {
    return pick(SURNAMES) + pick(random.nextBoolean() ? MALE : FEMALE);
  }

  <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private static String idNumber(LocalDate birth, int sequence) {
    var seventeen =
        IdCard.SYNTHETIC_REGION + "0117" + COMPACT.format(birth) + "%03d".formatted(sequence);
    return seventeen + IdCard.checkDigit(seventeen);
  }

  private String phone() {
    return "1900000%04d".formatted(made % 10_000);
  }
}

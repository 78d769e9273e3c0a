package org.heyi;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Residents for tests: made-up people with valid numbers of a region that no province has (99).
///
/// ```java
/// var resident = TestResidents.register(doctor); // first contact: the doctor's institution
/// ```
public final class TestResidents {

  /// Names as people have them, rare characters among them.
  public static final List<String> NAMES =
      List.of("王秀英", "李建国", "张䶮", "𠮷淑兰", "阿依古丽·买买提", "单雄信", "欧阳海", "〇玉");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable Residents residents;

  private TestResidents() {}

  /// A new person, registered with the institution of `by` as first contact.
  public static ResidentId register(Staff by) {
    return register(somebody(by), by);
  }

  public static ResidentId register(RegisterResident command, Staff by) {
    var facade = Objects.requireNonNull(residents, "TestResidents needs the application");
    return facade.register(command, by).id();
  }

  /// A registration nobody has made before, with first contact at the institution of `by`.
  public static RegisterResident somebody(Staff by) {
    int count = COUNT.incrementAndGet();
    return named(NAMES.get(count % NAMES.size()), number(count), by);
  }

  /// The same with a name and a number of one's own.
  public static RegisterResident named(String name, String number, Staff by) {
    return new RegisterResident(
        new Particulars(name, null, null, false, phone(), "试验路 1 号", "household-here", ""),
        IdentifierSystem.ID_CARD,
        number,
        "",
        by.institution(),
        List.of(new RegisterResident.Contact("李联系", "8", "13900000000")),
        new RegisterResident.Consent(RegisterResident.Giver.SELF, ""),
        true);
  }

  /// A valid ID number that nobody has used before; an adult's.
  public static String number() {
    return number(COUNT.incrementAndGet());
  }

  private static String number(int count) {
    var born = LocalDate.of(1940, 1, 1).plusDays(count * 37L % 20_000);
    var seventeen =
        "99%04d%s%03d"
            .formatted(1 + count / 900 % 9_000, born.toString().replace("-", ""), count % 900);
    return seventeen + IdCard.checkDigit(seventeen);
  }

  /// A phone that nobody has used before.
  public static String phone() {
    return "199%08d".formatted(COUNT.incrementAndGet());
  }

  private static void use(Residents facade) {
    residents = facade;
  }

  /// Found by the component scan of the application under test.
  @Component
  static final class Wiring {

    Wiring(Residents facade) {
      use(facade);
    }
  }
}

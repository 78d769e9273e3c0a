package org.heyi.person.resident.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdCardTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "11010519491231002, 1949-12-31, FEMALE",
    "44052418800101001, 1880-01-01, MALE",
    "99010119800101001, 1980-01-01, MALE",
    "99010120000229002, 2000-02-29, FEMALE",
    "83000019991231003, 1999-12-31, MALE"
  })
  void readsBirthDateAndSex(String seventeen, LocalDate born, Sex sex) {
    var card = IdCard.of(seventeen + IdCard.checkDigit(seventeen), TODAY);

    assertThat(card.birthDate()).isEqualTo(born);
    assertThat(card.sex()).isEqualTo(sex);
  }

  /// The worked examples of GB 11643-1999 with their check digits, as the standard prints them.
  @Test
  void takesTheExamplesOfTheStandardAsTheyArePrinted() {
    assertThat(IdCard.of("11010519491231002X", TODAY).number()).isEqualTo("11010519491231002X");
    assertThat(IdCard.of("440524188001010014", TODAY).number()).isEqualTo("440524188001010014");
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002x",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    "110105-19491231-002×",
    "' 11010519491231002Ｘ '"
  })
  void readsWhatKeyboardsWrite(String written) {
    assertThat(IdCard.of(written, TODAY).number()).isEqualTo("11010519491231002X");
  }

  @ParameterizedTest
  @CsvSource({
    "'', NUMBER_EMPTY",
    "1101051949123100, ID_LENGTH",
    "11010519491231002A, ID_CHARACTER",
    "1101051949123100X2, ID_CHARACTER",
    "110105194902300020, ID_BIRTH_DATE",
    "110105194913010020, ID_BIRTH_DATE",
    "11010520991231002X, ID_BIRTH_DATE",
    "110105194912310021, ID_CHECK_DIGIT",
    "11010A491231002, ID_CHARACTER"
  })
  void saysWhatIsWrong(String number, IdentityProblem why) {
    assertThat(problem(number)).isEqualTo(why);
  }

  @Test
  void aRegionThatNoProvinceHasIsRefused() {
    assertThat(problem(fixed("880105194912310020"))).isEqualTo(IdentityProblem.ID_REGION);
  }

  /// One digit of the card misread is always found, and so is a swap of neighbours that differ.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyBrokenDigitAndSwapIsFound(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 200; run++) {
      var good = aNumber(random);
      assertThat(IdCard.of(good, TODAY).number()).isEqualTo(good);
      for (int at = 0; at < 18; at++) {
        for (char wrong : "0123456789X".toCharArray()) {
          if (wrong != good.charAt(at)) {
            var broken = good.substring(0, at) + wrong + good.substring(at + 1);
            assertThat(problem(broken)).as("seed %d: %s", seed, broken).isNotNull();
          }
        }
      }
      for (int at = 0; at < 17; at++) {
        if (good.charAt(at) != good.charAt(at + 1)) {
          var swapped =
              good.substring(0, at)
                  + good.charAt(at + 1)
                  + good.charAt(at)
                  + good.substring(at + 2);
          assertThat(problem(swapped)).as("seed %d: %s", seed, swapped).isNotNull();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anOldNumberBecomesTheNewOneOfTheSamePerson(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 500; run++) {
      var born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(36_000));
      var sequence = "%03d".formatted(random.nextInt(996));
      var old = "120221" + born.toString().replace("-", "").substring(2) + sequence;
      var card = IdCard.of(old, TODAY);

      assertThat(card.birthDate()).as("seed %d: %s", seed, old).isEqualTo(born);
      assertThat(card.number()).startsWith(old.substring(0, 6)).contains(old.substring(6));
      assertThat(IdCard.of(card.number(), TODAY)).isEqualTo(card);
    }
  }

  @Test
  void anOldNumberOfACentenarianIsOfTheCenturyBefore() {
    assertThat(IdCard.of("120221880101997", TODAY).birthDate()).isEqualTo(LocalDate.of(1888, 1, 1));
  }

  static String aNumber(SplittableRandom random) {
    var born = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(38_000));
    var seventeen =
        "990101" + born.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000));
    return seventeen + IdCard.checkDigit(seventeen);
  }

  private static String fixed(String number) {
    return number.substring(0, 17) + IdCard.checkDigit(number.substring(0, 17));
  }

  private static @Nullable Problem problem(String number) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> IdCard.of(number, TODAY));
    return thrown == null ? null : thrown.problem();
  }
}

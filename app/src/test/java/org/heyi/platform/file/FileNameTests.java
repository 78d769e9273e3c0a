package org.heyi.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "心电图.jpg | 心电图.jpg",
        "../../etc/passwd | passwd.jpg",
        "C:\\Users\\li\\ecg.PNG | ecg.jpg",
        "photo.html.jpg | photo.html.jpg",
        "..hidden | file.jpg",
        "..hidden.png | hidden.jpg",
        "'' | file.jpg",
        "con.jpg | _con.jpg",
        "䶮𠮷.png | 䶮𠮷.jpg",
      },
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = true)
  void onlyTheHarmlessPartIsKept(String sent, String kept) {
    assertThat(FileName.clean(sent, "jpg")).isEqualTo(kept);
  }

  @Test
  void reservedCharactersBecomeLines() {
    assertThat(FileName.clean("a<b>:\"c|d?.png", "jpg")).isEqualTo("a_b___c_d_.jpg");
  }

  @Test
  void turningAndInvisibleCharactersGo() {
    assertThat(FileName.clean("ecg\u202Egpj.exe", "jpg")).isEqualTo("ecggpj.jpg");
    assertThat(FileName.clean("a\u200B\uFEFF\u0000\r\nb.jpg", "jpg")).isEqualTo("ab.jpg");
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    var kept = FileName.clean("𠮷".repeat(300) + ".jpg", "jpg");

    assertThat(kept).isEqualTo("𠮷".repeat(80) + ".jpg");
  }
}

package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heyi.platform.shared.Duty;
import org.heyi.platform.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text is said in both languages, and templates hold no text of their own.
class WordsTests {

  private static final Path WORDS = Path.of("src/main/resources/words");
  private static final Path TEMPLATES = Path.of("src/main/templates");
  private static final Pattern KEY = Pattern.compile("words\\.of\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  static Stream<Problem> problems() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.heyi").stream()
            .filter(it -> it.isAssignableTo(Problem.class) && it.isEnum())
            .map(JavaClass::reflect)
            .flatMap(it -> Arrays.stream(it.getEnumConstants()))
            .map(Problem.class::cast);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemIsSaidInBothLanguages(Problem problem) throws IOException {
    assertThat(keys("zh_CN")).contains(problem.code());
    assertThat(keys("en")).contains(problem.code());
  }

  static Stream<Duty> duties() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.heyi").stream()
            .filter(it -> it.isAssignableTo(Duty.class) && it.isEnum())
            .map(JavaClass::reflect)
            .flatMap(it -> Arrays.stream(it.getEnumConstants()))
            .map(Duty.class::cast);
  }

  /// Who hands over or stands in is told which duty it is about.
  @ParameterizedTest
  @MethodSource("duties")
  void everyDutyHasAName(Duty duty) throws IOException {
    assertThat(keys("zh_CN")).contains("duty." + duty.code());
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("zh_CN")).isEqualTo(keys("en"));
  }

  @Test
  void everyKeyOfATemplateIsSaid() throws IOException {
    var missing = new TreeSet<String>();
    for (var file : files(TEMPLATES, ".jte")) {
      var matcher = KEY.matcher(Files.readString(file));
      while (matcher.find()) {
        if (!keys("en").contains(matcher.group(1))) {
          missing.add(file.getFileName() + ": " + matcher.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /// The one sign that stands in a template is the mark of the house.
  @Test
  void templatesHoldNoChineseText() throws IOException {
    for (var file : files(TEMPLATES, ".jte")) {
      var text = Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
      assertThat(CHINESE.matcher(text.replace("aria-hidden=\"true\">合<", "")).find())
          .as(file.toString())
          .isFalse();
    }
  }

  /// MessageFormat reads a lone apostrophe as a quote and swallows the places after it.
  @ParameterizedTest
  @ValueSource(strings = {"zh_CN", "en"})
  void apostrophesDoNotSwallowPlaces(String language) throws IOException {
    for (var entry : words(language).entrySet()) {
      var sentence = entry.getValue().toString();
      if (sentence.contains("{0}")) {
        assertThat(sentence.replace("''", "")).as(entry.getKey().toString()).doesNotContain("'");
      }
    }
  }

  private static Set<String> keys(String language) throws IOException {
    return new TreeSet<>(words(language).stringPropertyNames());
  }

  private static Properties words(String language) throws IOException {
    var all = new Properties();
    for (var file : files(WORDS, "_" + language + ".properties")) {
      try (var reader = Files.newBufferedReader(file)) {
        all.load(reader);
      }
    }
    return all;
  }

  private static java.util.List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    }
  }
}

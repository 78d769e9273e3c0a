package org.heyi.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.heyi.platform.shared.ProblemException;
import org.springframework.core.io.ClassPathResource;

/// What a command says: one line, in Chinese and then in English.
final class Speech {

  private final Properties chinese = words("zh_CN");
  private final Properties english = words("en");

  String of(String key, Object... args) {
    var texts = List.of(args).stream().map(Object::toString).toArray();
    return sentence(chinese, key, texts) + " / " + sentence(english, key, texts);
  }

  String of(ProblemException refused) {
    return of(refused.problem().code(), refused.args().toArray());
  }

  private static String sentence(Properties words, String key, Object... texts) {
    return new MessageFormat(words.getProperty(key), Locale.ROOT).format(texts);
  }

  private static Properties words(String language) {
    var words = new Properties();
    var file = new ClassPathResource("words/backup_" + language + ".properties");
    try (var reader = new InputStreamReader(file.getInputStream(), UTF_8)) {
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.heyi.platform.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All words of all rooms: `words/<room>_en.properties` and `words/<room>_zh_CN.properties`, UTF-8,
/// joined into one table a language. The same key in two files stops the start.
@Component("messageSource")
class WordsSource extends AbstractMessageSource {

  private final Sentences chinese = new Sentences(Locale.SIMPLIFIED_CHINESE);
  private final Sentences english = new Sentences(Locale.ENGLISH);

  WordsSource() throws IOException {}

  @Override
  protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
    return of(locale).texts.get(code);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    return of(locale).format(code);
  }

  private Sentences of(Locale locale) {
    return Languages.nearest(locale).equals(Locale.ENGLISH) ? english : chinese;
  }

  /// The words of one language, and their parsed forms.
  private static final class Sentences {

    private final Locale locale;
    private final Map<String, String> texts;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Sentences(Locale locale) throws IOException {
      this.locale = locale;
      this.texts = read(locale.toString());
    }

    private @Nullable MessageFormat format(String code) {
      var text = texts.get(code);
      return text == null
          ? null
          : formats.computeIfAbsent(code, _ -> new MessageFormat(text, locale));
    }
  }

  private static Map<String, String> read(String suffix) throws IOException {
    var all = new HashMap<String, String>();
    var found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:words/*_" + suffix + ".properties");
    for (Resource file : found) {
      var properties = new Properties();
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      for (var key : properties.stringPropertyNames()) {
        if (all.put(key, properties.getProperty(key)) != null) {
          throw new IllegalStateException(key + " is said twice, again in " + file.getFilename());
        }
      }
    }
    return Map.copyOf(all);
  }
}

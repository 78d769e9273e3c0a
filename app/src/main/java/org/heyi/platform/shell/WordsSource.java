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

  private final Map<Locale, Map<String, String>> sentences = new HashMap<>();
  private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

  WordsSource() throws IOException {
    for (var locale : Languages.ALL) {
      sentences.put(locale, read(locale.toString()));
      formats.put(locale, new ConcurrentHashMap<>());
    }
  }

  @Override
  protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
    return sentences.get(Languages.nearest(locale)).get(code);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    var known = Languages.nearest(locale);
    var sentence = sentences.get(known).get(code);
    return sentence == null
        ? null
        : formats.get(known).computeIfAbsent(code, _ -> new MessageFormat(sentence, known));
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

package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every path and every type that a document names exists.
class LinkTests {

  private final Markdown markdown = Markdown.ofRepository();

  LinkTests() throws IOException {}

  @Test
  void whatTheDocumentsNameIsThere() throws IOException {
    for (var document : markdown.documents()) {
      assertThat(markdown.missing(document.getParent(), Files.readString(document)))
          .as(markdown.root().relativize(document).toString())
          .isEmpty();
    }
  }

  @Test
  void documentsAreFound() throws IOException {
    assertThat(markdown.documents()).contains(markdown.root().resolve("README.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[gone](docs/gone.md)",
        "see `docs/gone.md`",
        "see `db/migration/gone/`",
        "the type `GoneForGood`",
        "the method `Once.goneForGood`",
        "the annotation `@GoneForGood`"
      })
  void whatIsNotThereWouldBeSeen(String sentence) {
    assertThat(missing(sentence)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[here](README.md#first)",
        "[far](https://example.org/)",
        "see `docs/requirements.csv` and `db/roles.sql`",
        "`Once.run`, `@Satisfies(\"REF-04\")`, `JdbcClient`, `String`",
        "`SERVER_PORT=8081 bin/run`",
        "```\n`GoneForGood`\n```"
      })
  void whatIsThereIsNotMissed(String sentence) {
    assertThat(missing(sentence)).isEmpty();
  }

  private Set<String> missing(String sentence) {
    return markdown.missing(markdown.root(), sentence);
  }
}

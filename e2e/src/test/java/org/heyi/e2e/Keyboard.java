package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/// Somebody without a mouse: goes from field to field with Tab and sees where the focus is.
final class Keyboard {

  private static final int MOST_TABS = 90;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /// Tab until the focus is on what fits `selector`.
  Keyboard goTo(String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("it => document.activeElement.matches(it)", selector)) {
        assertThat(seen()).as("the focus on " + selector + " can be seen").isTrue();
        return this;
      }
    }
    throw new AssertionError(MOST_TABS + " tabs do not lead to " + selector);
  }

  Keyboard type(String text) {
    page.keyboard().insertText(text);
    return this;
  }

  Keyboard press(String... keys) {
    for (var key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /// Enter, and the page that follows.
  Keyboard enter(String pathEnds) {
    page.keyboard().press("Enter");
    page.waitForURL(it -> it.replaceFirst("[?].*", "").matches(".*" + pathEnds));
    page.waitForLoadState();
    return this;
  }

  private boolean seen() {
    return (Boolean)
        page.evaluate(
            """
            () => {
              const focus = document.activeElement;
              const style = getComputedStyle(focus);
              const box = focus.getBoundingClientRect();
              return box.width > 0 && box.height > 0 &&
                (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
            }
            """);
  }
}

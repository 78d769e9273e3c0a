package org.heyi.platform.shell;

import java.util.UUID;

/// 按下的表单: a form as it was pressed, for [Once]: its own key (`template.shell.press`), and
/// everything that was sent, as text. Controllers ask for it as an argument.
///
/// A form without a readable key never came from one of our pages: 400.
public record Pressed(UUID key, String content) {}

package org.heyi.platform.print;

import java.util.Map;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// 待印件: what is to be printed.
///
/// @param name of the file, without its ending; says nothing about a person
/// @param template well-formed XHTML comes out of it, in the frame of `print/paper.jte`
/// @param words whose language it is in; the template gets them as `words`
public record Paper(
    String name, String template, Map<String, @Nullable Object> model, Words words) {}

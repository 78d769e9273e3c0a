package org.heyi.platform.print;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 打印设置: settable as `heyi.print.…`; house values.
///
/// @param fonts TrueType files, or directories of them, that come before all others
/// @param folders where a system keeps its fonts; looked at last
/// @param address of this house from outside, or empty; without a slash at its end
/// @param patience how long a document waits for the one before it
/// @param longest the most characters of a document's source
@ConfigurationProperties("heyi.print")
record PrintSettings(
    @DefaultValue List<Path> fonts,
    @DefaultValue List<Path> folders,
    @DefaultValue("") String address,
    @DefaultValue("10s") Duration patience,
    @DefaultValue("500000") int longest) {}

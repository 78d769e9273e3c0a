package org.heyi.platform.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 分页设置: how long one page of a list is, settable as `heyi.page.…`; house values.
///
/// @param size where nobody asks for another
/// @param largest the most that can be asked for
@ConfigurationProperties("heyi.page")
public record PageSettings(@DefaultValue("20") int size, @DefaultValue("200") int largest) {}

/// 接口说明: describes every route under `/api` in the reader's language, as OpenAPI and as a page.
/// Start at [org.heyi.platform.shell.openapi.RouteDescriptions].
@NullMarked
package org.heyi.platform.shell.openapi;

import org.jspecify.annotations.NullMarked;

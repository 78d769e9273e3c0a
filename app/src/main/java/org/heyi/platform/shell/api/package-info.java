/// 接口: what every route under `/api` has in common: refusals as RFC 9457, and the description of
/// all of them. Start at [org.heyi.platform.shell.api.ProblemAnswers].
@NamedInterface("api")
@NullMarked
package org.heyi.platform.shell.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

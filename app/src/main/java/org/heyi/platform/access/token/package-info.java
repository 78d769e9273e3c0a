/// 令牌: tokens for the systems of institutions (OAuth 2 client credentials, RFC 6749 4.4; JWT access
/// tokens, RFC 9068; scopes in the form of SMART App Launch 2.2). Start at
/// [org.heyi.platform.access.token.Tokens].
@NullMarked
package org.heyi.platform.access.token;

import org.jspecify.annotations.NullMarked;

package org.heyi.platform.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 访问设置: the times and numbers of access, each settable as `heyi.access.…`.
///
/// GB/T 22239-2019 8.1.4.1 b asks for limited attempts and for sign-out when idle, and gives no
/// figures. So:
///
/// @param idle NIST SP 800-63B (2017) 4.3.3, highest level: 15 minutes without activity
/// @param longest NIST SP 800-63B (2017) 4.3.3: 12 hours, whatever the activity
/// @param attempts failures of one account until it rests; house value
/// @param addressAttempts failures from one address, behind which a whole hospital may sit; house
/// @param rest how long sign-in rests after too many failures; house value
/// @param oneTimePassword how long a password given by an administrator waits to be used; house
/// @param setupLink how long the link of the first start is good; house value
/// @param emergency how long broken glass stays open; house value
/// @param emergencyReason fewest characters of its reason; house value
/// @param token how long a system's token is good; house value, within the 5 to 60 minutes that
///   SMART Backend Services 2.2 has in mind
/// @param signingKey how long a key signs tokens before a new one does; house value
/// @param issuer by which address systems know this installation; it stands in every token
/// @param codeWindow how many steps of 30 seconds a phone's clock may be ahead or behind; RFC 6238
///   5.2 recommends at most one
/// @param recoveryCodes how many of them one gets; house value
/// @param hashStrength rounds of bcrypt as a power of two; OWASP asks for 10 or more
@ConfigurationProperties("heyi.access")
public record AccessSettings(
    @DefaultValue("15m") Duration idle,
    @DefaultValue("12h") Duration longest,
    @DefaultValue("5") int attempts,
    @DefaultValue("50") int addressAttempts,
    @DefaultValue("15m") Duration rest,
    @DefaultValue("72h") Duration oneTimePassword,
    @DefaultValue("24h") Duration setupLink,
    @DefaultValue("4h") Duration emergency,
    @DefaultValue("10") int emergencyReason,
    @DefaultValue("10m") Duration token,
    @DefaultValue("30d") Duration signingKey,
    @DefaultValue("http://localhost:8080") String issuer,
    @DefaultValue("1") int codeWindow,
    @DefaultValue("10") int recoveryCodes,
    @DefaultValue("12") int hashStrength) {}

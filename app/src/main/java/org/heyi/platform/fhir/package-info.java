/// # FHIR
///
/// Answers other systems at `/fhir` (FHIR R4, 4.0.1). Start reading at [FhirSource]: a room maps
/// its views to one resource type by a bean of it, and offers operations by beans of
/// [FhirOperation]; both call the same facades as the pages. The road of a request: the guard looks
/// at the body before any parser builds objects, HAPI's servlet reads and writes FHIR,
/// `Interactions` checks the token's scope and asks the source. One source is its own: the audit
/// log, in `auditevent`, because the audit room lies below. It tells nobody.
///
/// ## What can be refused, and how
///
/// | what | answer |
/// |---|---|
/// | no token, or a bad one | 401 |
/// | the token's scope does not cover type and interaction, or the duty is missing | 403 |
/// | a body the guard does not let through | 400, 413 or 415 |
/// | an unknown parameter, a value of the wrong form, too many of something | 400 |
/// | unknown, or not for this caller | 404 |
/// | changed since the version in `If-Match` | 412; without `If-Match` an update is 428 |
/// | somebody was quicker, or the same `Idempotency-Key` with other content | 409 |
/// | a rule of the community | 422 |
///
/// Each with an OperationOutcome in the language of `Accept-Language`, whose code is that of the
/// [org.heyi.platform.shared.Problem].
///
/// ## Twice
///
/// `Idempotency-Key` makes a repeated write the same write. `If-None-Exist` with an identifier of
/// the caller's own finds what was made with it: the identifier's row is written before the
/// resource, in one transaction, so that of many at once one makes it and the others get the same.
@ApplicationModule(
    displayName = "FHIR",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.access :: signin"
    })
@NullMarked
package org.heyi.platform.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

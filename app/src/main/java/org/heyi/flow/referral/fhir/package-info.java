/// # 转诊 FHIR
///
/// Lets other systems refer: [ServiceRequests] is what is asked for, [Tasks] is where it stands,
/// what may be done with it, and the doing. Both are clients of the same facades as the pages.
/// Start reading at [Statuses], then [RequestResources] and [TaskResources].
///
/// ## States
///
/// | state | ServiceRequest | Task (order) | owner |
/// |---|---|---|---|
/// | DRAFT | draft | draft | sender |
/// | SENT | active | requested | hospital; sender while it has no time |
/// | RETURNED | on-hold | on-hold | sender |
/// | ACCEPTED | active | accepted | hospital; sender while it has no time |
/// | ARRIVED | active | ready | hospital |
/// | IN_CARE | active | in-progress | hospital |
/// | FED_BACK | active | in-progress | sender |
/// | CLOSED | completed | completed | nobody |
/// | REFUSED | revoked | rejected | nobody |
/// | WITHDRAWN | revoked | cancelled | nobody |
/// | EXPIRED | revoked | failed | nobody |
///
/// `Task.businessStatus` is the state itself, with `forwarded` beside it while a physician is
/// asked; `Task.statusReason` the step that led there with what was said;
/// `Task.restriction.period.end` when the next step is due; `Task.output` the hospital's feedback.
///
/// ## The form
///
/// | field | element of ServiceRequest |
/// |---|---|
/// | complaint | `note.text`; its author wrote the referral |
/// | vital signs | contained Observation, one each; LOINC and UCUM as in `vital-signs.psv` |
/// | allergies | contained AllergyIntolerance, as text; none is a code of its own |
/// | medicines | contained MedicationStatement, as text; none is a code of its own |
/// | diagnosis | `reasonCode.coding`, ICD-10 |
/// | reason | `reasonCode.text` without a code |
/// | hospital, department | `performer`, `code` |
/// | urgency | `priority`: stat, urgent, routine |
/// | consent | contained Consent, active |
/// | contact person | contained RelatedPerson |
/// | slot | none: it is taken by sending; then `occurrencePeriod` |
/// | files | none: they are attached on the page |
///
/// The time of an Observation is that of writing, as nobody is asked when it was measured.
///
/// A line of a search, an earlier version, and a referral whose content the caller may no longer
/// see are tagged SUBSETTED.
@NullMarked
package org.heyi.flow.referral.fhir;

import org.jspecify.annotations.NullMarked;

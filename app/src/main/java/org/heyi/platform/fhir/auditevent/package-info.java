/// # AuditEvent
///
/// The audit log in the form of IHE's Basic Audit Log Patterns (ITI BALP), for the log platform of
/// a region; only a post with the duty to review the log learns anything. Start reading at
/// [AuditEvents], then [Pattern].
///
/// It lies in the FHIR room and not in the audit room, because audit is below FHIR in the order of
/// the rooms: access writes to the log, and FHIR asks access for the token. It is a client of
/// [org.heyi.platform.audit.Audit] like the log's own pages.
///
/// | AuditEvent | of the entry |
/// |---|---|
/// | type, subtype | the pattern of the action's word, then the word itself |
/// | action | C, R, U, D, or E for a search and whatever else only runs |
/// | outcome | 0 done, 4 refused, with the code of the refusal |
/// | agent | who acts, the institution, this server |
/// | entity | each resident concerned; the object, with facts and place in the chain |
///
/// Who acts is the client: destination of what is read, source of a query and of what is written.
@NullMarked
package org.heyi.platform.fhir.auditevent;

import org.jspecify.annotations.NullMarked;

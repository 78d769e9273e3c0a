package org.heyi.person.resident;

/// 可办事项: what may be done with a resident's record.
public enum ResidentAction {
  CHANGE,
  ADD_NUMBER,
  ADD_CONTACT,
  RECORD_CONSENT,
  TIE,
  FLAG,
  REVEAL,
  PRINT
}

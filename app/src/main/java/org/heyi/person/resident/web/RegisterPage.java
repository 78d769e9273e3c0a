package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.person.resident.ResidentHit;

/// What the registration page shows: the form as typed, what is wrong, and the lists to choose
/// from.
///
/// @param similar somebody with the same name, birth date and phone, to be looked at first
public record RegisterPage(
    RegisterForm form,
    Map<String, String> errors,
    Optional<ResidentHit> similar,
    List<Choice> papers,
    List<Choice> reasons,
    List<Choice> residences,
    List<Choice> relations,
    List<Choice> institutions,
    LocalDate today) {}

package org.heyi.person.resident.web;

import java.util.Arrays;
import java.util.List;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shell.Words;

/// The fields that both forms share, as they were typed.
public record ParticularsShown(
    String name,
    String sex,
    String birthDate,
    String birthEstimated,
    String phone,
    String address,
    String residence,
    String ownCode) {

  public List<Choice> sexes(Words words) {
    return Arrays.stream(Sex.values())
        .map(it -> new Choice(it.code(), words.of("resident.sex." + it.code())))
        .toList();
  }
}

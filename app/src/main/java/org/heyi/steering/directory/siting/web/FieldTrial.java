package org.heyi.steering.directory.siting.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.SitingFault;
import org.springframework.stereotype.Component;

/// Does what a form asks for, once; what is refused because of its fields comes back to them.
@Component
class FieldTrial {

  private final Once once;

  FieldTrial(Once once) {
    this.once = once;
  }

  /// @param faults what is wrong with the fields, asked only when the effect was refused
  /// @return field → sentence; empty when it is done
  /// @throws ProblemException what no field is to blame for
  Map<String, String> run(
      Pressed form, Staff staff, Runnable effect, Supplier<List<SitingFault>> faults, Words words) {
    try {
      once.run(
          form,
          staff,
          () -> {
            effect.run();
            return "";
          });
      return Map.of();
    } catch (ProblemException refused) {
      var errors = Typed.errors(faults.get(), words);
      if (errors.isEmpty()) {
        throw refused;
      }
      return errors;
    }
  }
}

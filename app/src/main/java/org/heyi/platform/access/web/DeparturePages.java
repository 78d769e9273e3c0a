package org.heyi.platform.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Closing an account, ending a post, handing over: first what is open and to whom it goes, then
/// the act.
@Controller
@RequestMapping("/accounts/{id}")
class DeparturePages {

  private static final String LEAVING = "access/leaving";

  private final Departures departures;
  private final Once once;
  private final Clock clock;

  DeparturePages(Departures departures, Once once, Clock clock) {
    this.departures = departures;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping("/close")
  String closing(@PathVariable AccountId id, Staff staff, Model model) {
    model.addAttribute("leaving", departures.ofAccount(id, AccountAction.CLOSE, staff));
    model.addAttribute("what", AccountAction.CLOSE);
    return LEAVING;
  }

  @PostMapping("/close")
  String close(
      @PathVariable AccountId id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed,
      Pressed form,
      Staff staff) {
    return press(id, form, () -> departures.close(id, version, successors(typed), staff), staff);
  }

  @GetMapping("/hand-over")
  String handingOver(@PathVariable AccountId id, Staff staff, Model model) {
    model.addAttribute("leaving", departures.ofAccount(id, AccountAction.HAND_OVER, staff));
    model.addAttribute("what", AccountAction.HAND_OVER);
    return LEAVING;
  }

  @PostMapping("/hand-over")
  String handOver(
      @PathVariable AccountId id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed,
      Pressed form,
      Staff staff) {
    return press(id, form, () -> departures.handOver(id, version, successors(typed), staff), staff);
  }

  /// Without a date: today.
  @GetMapping("/posts/{post}/end")
  String ending(
      @PathVariable AccountId id,
      @PathVariable PostId post,
      @RequestParam @Nullable String until,
      Staff staff,
      Model model) {
    model.addAttribute("leaving", departures.ofPost(id, post, day(until), staff));
    model.addAttribute("what", AccountAction.END_POST);
    return LEAVING;
  }

  @PostMapping("/posts/{post}/end")
  String end(
      @PathVariable AccountId id,
      @PathVariable PostId post,
      @RequestParam @Nullable String until,
      @RequestParam Map<String, String> typed,
      Pressed form,
      Staff staff) {
    return press(
        id, form, () -> departures.end(id, post, day(until), successors(typed), staff), staff);
  }

  private String press(AccountId id, Pressed form, Runnable command, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              command.run();
              return "/accounts/" + id;
            });
  }

  private LocalDate day(@Nullable String typed) {
    var day = Typed.date(typed);
    return day == null ? LocalDate.ofInstant(clock.instant(), Moments.CHINA) : day;
  }

  /// `to:<institution>:<duty>` → account. Nothing chosen: back to all who have the duty.
  private static Map<DutyAt, AccountId> successors(Map<String, String> typed) {
    var chosen = new HashMap<DutyAt, AccountId>();
    typed.forEach((field, value) -> {
      var parts = field.split(":", -1);
      var account = Typed.read(value, AccountId::of);
      if (parts.length == 3 && parts[0].equals("to") && account != null) {
        chosen.put(new DutyAt(InstitutionId.of(parts[1]), parts[2]), account);
      }
    });
    return chosen;
  }
}

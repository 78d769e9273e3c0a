package org.heyi.front.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.DemoAccounts.DemoAccount;
import org.heyi.platform.access.FoundAdministrator;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.access.SetupLinks;
import org.heyi.platform.access.factor.SecondFactors;
import org.heyi.platform.access.factor.Totp;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Detour;
import org.heyi.platform.access.signin.OwnAccounts;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.access.signin.SignInRefused;
import org.heyi.platform.access.signin.SignIns;
import org.heyi.platform.access.signin.SignedIn;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Opens the demonstration's accounts the way a real installation does: the link of the first start
/// makes the system administrator, who opens the others; each signs in with the one-time password
/// and chooses an own one, and administrators set up a phone. So the demonstration has no back
/// door.
@Component
@Conditional(DemoMode.class)
class DemoPeople {

  /// The account that publishes clinics.
  static final String PLANNER = "schedule1";

  private static final String HIS = "demo-his";
  private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);
  private static final Caller HERE = new Caller("127.0.0.1", "Heyi demo");
  private static final String PHONE = "19000000000";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 12;

  private final SetupLinks links;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Sessions sessions;
  private final OwnAccounts own;
  private final SecondFactors factors;
  private final Totp phones;
  private final Institutions institutions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DemoPeople(
      SetupLinks links,
      Accounts accounts,
      SignIns signIns,
      Sessions sessions,
      OwnAccounts own,
      SecondFactors factors,
      Totp phones,
      Institutions institutions,
      Clock clock) {
    this.links = links;
    this.accounts = accounts;
    this.signIns = signIns;
    this.sessions = sessions;
    this.own = own;
    this.factors = factors;
    this.phones = phones;
    this.institutions = institutions;
    this.clock = clock;
  }

  /// The cast, the accounts as shown on the sign-in page, and the lead hospital's HIS.
  record Made(DemoCast cast, List<DemoAccount> shown, DemoAccountsFile.Client his) {}

  Made make(AreaId area, LocalDate today, DemoPlace.Stage stage, SyntheticPeople people) {
    var shown = new ArrayList<DemoAccount>();
    var administrator = administrator(stage.lead(), people, shown);
    var roster = new Roster(administrator, people, shown);
    var lead = stage.lead();
    var senders = new ArrayList<Staff>();
    for (int i = 0; i < stage.clinics().size(); i++) {
      senders.add(
          roster.open("village%d".formatted(i + 1), "village-doctor", stage.clinics().get(i)));
    }
    senders.add(roster.open("family1", "family-doctor", stage.centre()));
    var reviewers =
        List.of(
            roster.open("referral1", "referral-clerk", lead),
            roster.open("referral2", "referral-clerk", lead));
    var physicians =
        List.of(
            roster.open("doctor1", "physician", lead), roster.open("doctor2", "physician", lead));
    var desk = roster.open("desk1", "desk-clerk", lead);
    var planner = roster.open(PLANNER, "schedule-clerk", lead);
    var head = roster.open("head1", "institution-head", lead);
    roster.open("head2", "institution-head", stage.centre());
    var officer = roster.open("commission1", "commission-officer", stage.office());
    stage.cityOffice().ifPresent(it -> roster.open("city1", "city-officer", it));
    roster.open("security1", "security-admin", lead);
    roster.open("audit1", "audit-admin", lead);
    return new Made(
        new DemoCast(
            area, today, lead, senders, reviewers, physicians, desk, planner, head, officer),
        shown,
        roster.system(HIS, "hospital-system", lead));
  }

  /// Whether nobody has an account yet.
  boolean canBegin() {
    return links.next().isPresent();
  }

  /// Signs in with the password of the list; empty when somebody has changed it, closed the account
  /// or given it a phone.
  Optional<Staff> again(String login, List<DemoAccount> listed) {
    try {
      return listed.stream()
          .filter(it -> it.login().equals(login))
          .findFirst()
          .flatMap(it -> sessions.standing(signIns.judge(login, it.password(), HERE)))
          .flatMap(it -> Optional.ofNullable(it.staff()));
    } catch (SignInRefused e) {
      LOG.info("{} cannot sign in ({}): no new clinics are published", login, e.getMessage());
      return Optional.empty();
    }
  }

  private Staff administrator(
      InstitutionId where, SyntheticPeople people, List<DemoAccount> shown) {
    var password = password();
    var name = people.staffName();
    var token = links.next().orElseThrow();
    links.found(token, new FoundAdministrator("system1", name, PHONE, where, password));
    var in = signIns.judge("system1", password, HERE);
    var secret = secret(in, password);
    shown.add(new DemoAccount("system1", password, name, "system-admin", name(where), secret));
    return staff(in);
  }

  /// Of the phone that is set up where the role asks for one, else null.
  private @Nullable String secret(SignedIn in, String password) {
    var me = sessions.standing(in).orElseThrow();
    if (me.detour() != Detour.FACTOR) {
      return null;
    }
    factors.begin(me, password, HERE);
    var secret = factors.settingUp(me).orElseThrow();
    factors.confirm(me, phones.now(secret));
    return secret.base32();
  }

  private Staff staff(SignedIn in) {
    return Objects.requireNonNull(sessions.standing(in).orElseThrow().staff());
  }

  private String name(InstitutionId institution) {
    return Optional.of(institution).flatMap(institutions::find).orElseThrow().name();
  }

  /// Letters, a capital and a digit, as the password rules ask; new in each installation.
  private String password() {
    var word = new StringBuilder("Demo-7-");
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /// Opens accounts one after another.
  private final class Roster {

    private final Staff administrator;
    private final SyntheticPeople people;
    private final List<DemoAccount> shown;

    private Roster(Staff administrator, SyntheticPeople people, List<DemoAccount> shown) {
      this.administrator = administrator;
      this.people = people;
      this.shown = shown;
    }

    private DemoAccountsFile.Client system(String login, String role, InstitutionId where) {
      var from = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
      var command = new OpenAccount(login, name(where) + " HIS", PHONE, role, where, null, from);
      var opened = accounts.open(command, administrator);
      return new DemoAccountsFile.Client(login, opened.oneTimePassword());
    }

    private Staff open(String login, String role, InstitutionId where) {
      var name = people.staffName();
      var from = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
      var opened =
          accounts.open(
              new OpenAccount(login, name, PHONE, role, where, null, from), administrator);
      var password = password();
      var first = signIns.judge(login, opened.oneTimePassword(), HERE);
      var standing = sessions.standing(first).orElseThrow();
      own.changePassword(standing, opened.oneTimePassword(), password, HERE);
      var secret = secret(first, password);
      shown.add(new DemoAccount(login, password, name, role, name(where), secret));
      return staff(first);
    }
  }
}

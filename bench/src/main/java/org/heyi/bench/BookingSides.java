package org.heyi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.bench.Clients.Lap;
import org.heyi.bench.HotSessions.Session;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.BookSlot;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.Press;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.Referrals;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;

/// The ways to book that are compared, and what they need: residents, drafts, signed-in browsers.
final class BookingSides implements AutoCloseable {

  /// What a client does. `drafts`: how many drafts a second it can use up at most, 0 for none.
  enum Side {
    BARE_BOOK(0),
    BOOK(0),
    BARE_SEND(2200),
    SEND(1100),
    POST(900);

    private final int drafts;

    Side(int drafts) {
      this.drafts = drafts;
    }
  }

  private static final String DOCTOR = "village1";
  private static final int MOVED_ON = 302;

  private final RunningHeyi heyi;
  private final int clients;
  private final int sessions;
  private final Staff doctor;
  private final BareWrites bare;
  private final Appointments appointments;
  private final Referrals referrals;
  private final List<UUID> residents;
  private final List<Browser> browsers = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ConcurrentLinkedQueue<Draft> drafts = new ConcurrentLinkedQueue<>();

  BookingSides(RunningHeyi heyi, int people, int clients, int sessions)
      throws IOException, SQLException, InterruptedException {
    this.heyi = heyi;
    this.clients = clients;
    this.sessions = sessions;
    this.doctor = heyi.staff(DOCTOR);
    this.bare = new BareWrites(heyi.pool(), heyi.bean(Clock.class), doctor);
    this.appointments = heyi.bean(Appointments.class);
    this.referrals = heyi.bean(Referrals.class);
    People.settle(heyi, people, List.of(doctor.institution().value()), doctor);
    this.residents =
        heyi.sql()
            .sql("select resident from resident.tie where institution = :here")
            .param("here", doctor.institution().value())
            .query((row, _) -> row.getObject(1, UUID.class))
            .list();
    for (int i = 0; i < clients; i++) {
      browsers.add(heyi.signedIn(DOCTOR));
    }
  }

  /// All clients at it for so long, on fresh sessions.
  Lap lap(Side side, double seconds) throws Exception {
    prepare((int) (side.drafts * seconds));
    try (var hot = HotSessions.open(heyi, sessions)) {
      var lap = Clients.forSeconds(clients, seconds, number -> attempt(side, hot, number));
      settle();
      return lap;
    }
  }

  /// One attempt; who finds a session sold out has the next one opened.
  boolean attempt(Side side, HotSessions hot, int number) throws Exception {
    var session = hot.any(number);
    boolean done =
        switch (side) {
          case BARE_BOOK -> bare.book(session, resident());
          case BOOK -> book(session);
          case BARE_SEND, SEND, POST -> withDraft(side, session, number);
        };
    if (!done) {
      hot.soldOut(session);
    }
    return done;
  }

  boolean book(Session session) {
    var command =
        new BookSlot(
            new SlotId(session.first()),
            new ResidentId(resident()),
            Subject.of("visit", UUID.randomUUID()));
    return taken(() -> appointments.book(command, doctor));
  }

  /// A draft that found no place may try again.
  private boolean withDraft(Side side, Session session, int number) throws Exception {
    var draft = drafts.poll();
    if (draft == null) {
      throw new IllegalStateException("the drafts ran out");
    }
    boolean sent =
        switch (side) {
          case BARE_SEND -> bare.send(session, draft.id(), draft.resident());
          case SEND -> send(session, draft);
          case POST -> post(session, draft, browsers.get(number));
          case BOOK, BARE_BOOK -> throw new IllegalArgumentException(side.name());
        };
    if (!sent) {
      drafts.add(draft);
    }
    return sent;
  }

  private boolean send(Session session, Draft draft) {
    var press = Press.of(UUID.randomUUID(), Draft.VERSION);
    var slot = new SlotId(session.first());
    return taken(() -> referrals.send(new ReferralId(draft.id()), slot, press, doctor));
  }

  private boolean post(Session session, Draft draft, Browser browser)
      throws IOException, InterruptedException {
    var fields =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "version", Integer.toString(Draft.VERSION),
            "slot", session.first().toString());
    var answer = browser.post("/referrals/" + draft.id() + "/send", fields);
    var to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() == MOVED_ON && to.contains(draft.id().toString())) {
      return true;
    }
    if (answer.statusCode() == 409) {
      return false;
    }
    throw new IllegalStateException("answered " + answer.statusCode() + " " + to);
  }

  private static boolean taken(Runnable command) {
    try {
      command.run();
      return true;
    } catch (ProblemException refused) {
      if (refused.problem().code().equals("capacity.slot-taken")) {
        return false;
      }
      throw refused;
    }
  }

  private UUID resident() {
    return residents.get(Math.floorMod(next.getAndIncrement(), residents.size()));
  }

  void prepare(int count) throws IOException {
    if (drafts.size() >= count) {
      return;
    }
    drafts.clear();
    drafts.addAll(Draft.written(heyi, doctor, count));
  }

  /// Waits for what follows a commit, so that it does not run into the other side's lap. Deliveries
  /// give no signal to whoever measures them; between two looks the measured side works
  /// undisturbed.
  private void settle() throws InterruptedException {
    while (heyi.sql()
            .sql("select count(*) from infra.event_publication where completion_date is null")
            .query(Integer.class)
            .single()
        > 0) {
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    browsers.forEach(Browser::close);
  }
}

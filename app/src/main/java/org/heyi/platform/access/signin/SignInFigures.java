package org.heyi.platform.access.signin;

import java.time.Clock;
import java.util.List;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.operation.Figure;
import org.heyi.platform.operation.FigureSource;
import org.heyi.platform.operation.FigureUnit;
import org.springframework.stereotype.Component;

/// How many people are signed in, and how many guesses were stopped.
@Component
class SignInFigures implements FigureSource {

  private final SignInFigureStore store;
  private final AccessSettings settings;
  private final Clock clock;

  SignInFigures(SignInFigureStore store, AccessSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String group() {
    return "access";
  }

  @Override
  public int order() {
    return 110;
  }

  @Override
  public List<Figure> figures() {
    var now = clock.instant();
    var since = now.minus(settings.rest());
    return List.of(
        Figure.count(
            "access.sessions",
            store.sessions(
                now.minus(settings.idle()).minus(Sessions.COARSE), now.minus(settings.longest()))),
        Figure.each(
            "access.locked-out",
            FigureUnit.COUNT,
            "kind",
            store.lockedOut(since, settings.attempts(), settings.addressAttempts())),
        Figure.each("access.sign-ins", FigureUnit.COUNT, "outcome", store.outcomes(since)));
  }
}

package org.heyi.steering.directory.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 版次对照: what one version says otherwise than another: sites and settlements that came, went or
/// changed.
public record SitingDifference(
    SitingPlan before,
    SitingPlan after,
    List<Pair<Site>> sites,
    List<Pair<Settlement>> settlements) {

  /// The same thing in both versions; null where it is not there.
  public record Pair<T>(@Nullable T before, @Nullable T after) {}

  static SitingDifference between(SitingPlan before, SitingPlan after) {
    return new SitingDifference(
        before,
        after,
        pairs(before.sites(), after.sites(), Site::code, SitingDifference::same),
        pairs(
            before.settlements(),
            after.settlements(),
            Settlement::code,
            (one, other) -> one.equals(other) && before.coverage(one) == after.coverage(other)));
  }

  /// How often it was written does not count.
  private static boolean same(Site one, Site other) {
    return one.name().equals(other.name())
        && one.town().equals(other.town())
        && one.village().equals(other.village())
        && one.state() == other.state()
        && one.since().equals(other.since())
        && Objects.equals(one.centre(), other.centre())
        && Objects.equals(one.institution(), other.institution())
        && Objects.equals(one.successor(), other.successor())
        && one.note().equals(other.note());
  }

  private static <T> List<Pair<T>> pairs(
      List<T> before, List<T> after, Function<T, String> code, BiPredicate<T, T> same) {
    var codes = new TreeSet<String>();
    Stream.concat(before.stream(), after.stream()).map(code).forEach(codes::add);
    var pairs = new ArrayList<Pair<T>>();
    for (var it : codes) {
      var one = find(before, code, it);
      var other = find(after, code, it);
      if (one == null || other == null || !same.test(one, other)) {
        pairs.add(new Pair<>(one, other));
      }
    }
    return pairs;
  }

  private static <T> @Nullable T find(List<T> all, Function<T, String> code, String wanted) {
    return all.stream().filter(it -> code.apply(it).equals(wanted)).findFirst().orElse(null);
  }

  public boolean isNone() {
    return sites.isEmpty() && settlements.isEmpty();
  }
}

package org.heyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.heyi.platform.audit.AnchorFile.Anchor;
import org.heyi.platform.audit.SealStore.Link;
import org.heyi.platform.audit.Verification.Altered;
import org.heyi.platform.audit.Verification.Difference;
import org.heyi.platform.audit.Verification.Whole;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The chain without a database: what is hashed, and what a walk along it finds.
class ChainTests {

  /// Fields made of the very marks of the canonical text: still no two entries have one text.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void differentEntriesHaveDifferentTexts(long seed) {
    var random = new SplittableRandom(seed);
    var entries = new HashSet<AuditView>();
    var texts = new HashSet<String>();
    var id = UUID.randomUUID();
    for (int i = 0; i < 5000; i++) {
      var entry = anEntry(id, random);
      entries.add(entry);
      texts.add(Chain.canonical(entry));
    }
    assertThat(texts).as("seed %d", seed).hasSameSizeAs(entries);
    assertThat(entries).hasSizeGreaterThan(100);
  }

  @Test
  void theTextIsKeptForEver() {
    var entry =
        new AuditView(
            UUID.fromString("01900000-0000-7000-8000-000000000001"),
            java.time.Instant.parse("2026-11-22T01:02:03.000004Z"),
            new AuditActor.Login("王医生"),
            "access.signed-in",
            new Subject("account", "1"),
            List.of(ResidentId.of("01900000-0000-7000-8000-000000000002")),
            AuditOutcome.REFUSED,
            "access.locked",
            java.util.Map.of("b", "2", "a", ""),
            null);

    assertThat(Chain.canonical(entry))
        .isEqualTo(
            "36:01900000-0000-7000-8000-00000000000116:1795309323000004"
                + "5:LOGIN9:王医生16:access.signed-in7:account1:1"
                + "1#36:01900000-0000-7000-8000-0000000000027:REFUSED13:access.locked"
                + "2#1:a0:1:b1:2");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void whateverIsDoneToOneRowIsNamed(long seed) {
    var random = new SplittableRandom(seed);
    int runs = 200;
    int found = 0;
    for (int run = 0; run < runs; run++) {
      var chain = aChain(2 + random.nextInt(30), random);
      int at = random.nextInt(chain.size());
      var link = chain.get(at);
      var expected = Difference.values()[random.nextInt(3)];
      switch (expected) {
        case ENTRY_ALTERED ->
            chain.set(at, new Link(link.seal(), altered(Objects.requireNonNull(link.entry()))));
        case ENTRY_MISSING -> chain.set(at, new Link(link.seal(), null));
        default -> chain.set(at, new Link(altered(link.seal()), link.entry()));
      }
      var last = at == chain.size() - 1;
      var result = new ChainWalk(List.of()).along(chain.iterator());
      assertThat(result)
          .as("seed %d run %d", seed, run)
          .isEqualTo(
              new Altered(
                  at,
                  at + 1,
                  link.seal().entry(),
                  // On the last row nothing after it tells which of the two was changed.
                  expected == Difference.SEAL_ALTERED && last
                      ? Difference.ENTRY_ALTERED
                      : expected));
      found++;
    }
    System.out.printf("altered chains: %d, found and named: %d (seed %d)%n", runs, found, seed);
  }

  @Test
  void aSealTakenOutIsMissing() {
    var chain = aChain(10, new SplittableRandom(5));
    chain.remove(3);

    assertThat(new ChainWalk(List.of()).along(chain.iterator()))
        .isEqualTo(new Altered(3, 4, null, Difference.SEAL_MISSING));
  }

  @Test
  void aChainCutOffDiffersFromItsAnchor() {
    var chain = aChain(10, new SplittableRandom(6));
    var anchors = List.of(anchor(chain.get(4)), anchor(chain.get(9)));

    assertThat(new ChainWalk(anchors).along(chain.iterator())).isEqualTo(new Whole(10, 0, 2));
    assertThat(new ChainWalk(anchors).along(chain.subList(0, 8).iterator()))
        .isEqualTo(new Altered(8, 9, null, Difference.ANCHOR_DIFFERS));
  }

  @Test
  void aChainWrittenAnewDiffersFromItsAnchor() {
    var chain = aChain(10, new SplittableRandom(7));
    var anchors = List.of(anchor(chain.get(4)));
    var forged = new ArrayList<>(chain.stream().map(Link::entry).toList());
    forged.set(2, altered(forged.get(2)));
    var anew = sealed(forged);

    assertThat(new ChainWalk(List.of()).along(anew.iterator())).isInstanceOf(Whole.class);
    assertThat(new ChainWalk(anchors).along(anew.iterator()))
        .isEqualTo(new Altered(4, 5, anew.get(4).seal().entry(), Difference.ANCHOR_DIFFERS));
  }

  @Test
  void anEmptyLogIsWhole() {
    assertThat(new ChainWalk(List.of()).along(List.<Link>of().iterator()))
        .isEqualTo(new Whole(0, 0, 0));
  }

  private static List<Link> aChain(int size, SplittableRandom random) {
    var entries = new ArrayList<AuditView>();
    for (int i = 0; i < size; i++) {
      entries.add(anEntry(new UUID(random.nextLong(), random.nextLong()), random));
    }
    return sealed(entries);
  }

  private static List<Link> sealed(List<AuditView> entries) {
    var links = new ArrayList<Link>();
    var hash = Chain.START;
    for (var entry : entries) {
      hash = Chain.next(hash, entry);
      links.add(new Link(new Seal(links.size() + 1, entry.id(), hash), entry));
    }
    return links;
  }

  private static Anchor anchor(Link link) {
    return new Anchor(link.seal().position(), link.seal().hash());
  }

  private static Seal altered(Seal seal) {
    var bytes = seal.hash().bytes();
    bytes[7] ^= 1;
    return new Seal(seal.position(), seal.entry(), new Hash(bytes));
  }

  private static AuditView altered(AuditView it) {
    return new AuditView(
        it.id(),
        it.at().plusNanos(1000),
        it.actor(),
        it.action(),
        it.subject(),
        it.residents(),
        it.outcome(),
        it.problem(),
        it.facts(),
        it.position());
  }

  private static AuditView anEntry(UUID id, SplittableRandom random) {
    var facts = new HashMap<String, String>();
    for (int i = random.nextInt(3); i > 0; i--) {
      facts.put(text(random), text(random));
    }
    var residents = new ArrayList<ResidentId>();
    for (int i = random.nextInt(3); i > 0; i--) {
      residents.add(new ResidentId(new UUID(0, random.nextInt(2))));
    }
    var refused = random.nextBoolean();
    return new AuditView(
        id,
        java.time.Instant.EPOCH.plusSeconds(random.nextInt(2)),
        actor(random),
        text(random),
        new Subject(text(random), text(random)),
        residents,
        refused ? AuditOutcome.REFUSED : AuditOutcome.DONE,
        refused ? text(random) : null,
        facts,
        null);
  }

  private static AuditActor actor(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> new AuditActor.Login(text(random));
      case 1 -> new AuditActor.Clockwork(text(random));
      default ->
          new AuditActor.Person(
              text(random),
              new AccountId(new UUID(0, random.nextInt(2))),
              new PostId(new UUID(0, random.nextInt(2))),
              text(random),
              InstitutionId.of("aa"),
              AreaId.of("bb"));
    };
  }

  private static String text(SplittableRandom random) {
    var marks = new String[] {"", "1", ":", "1:", "-", "2#", "0:", "医", "DONE", "5:LOGIN"};
    return marks[random.nextInt(marks.length)] + marks[random.nextInt(marks.length)];
  }
}

package org.heyi.steering.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.policy.ParameterOverrides;
import org.heyi.steering.governance.ConcurrentPost.Manner;
import org.heyi.steering.governance.ConcurrentPost.Post;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Posts held together (GOV-13). What parameter P-28 says of two of them must agree.
@Component
@Order(97)
class ConcurrentPostsSection implements PackSection {

  private static final String HEAD = "head-is-lead-legal-representative";
  private static final String MEMBER = "member-legal-representative-may-be-lead-head";

  private final ArrangementStore store;

  ConcurrentPostsSection(ArrangementStore store) {
    this.store = store;
  }

  private record Planned(PackNode where, ConcurrentPost post) {}

  @Override
  public String name() {
    return "concurrent_posts";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var posts = new ArrayList<Planned>();
    for (var node : section.items()) {
      post(node).ifPresent(it -> posts.add(new Planned(node, it)));
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        posts.forEach(it -> checkAgainstParameter(it, read));
      }

      @Override
      public void apply(Pack pack) {
        store.replace(
            pack.area(),
            name(),
            posts.stream().map(Planned::post).toList(),
            _ -> "",
            ConcurrentPost::consortium);
      }
    };
  }

  private static Optional<ConcurrentPost> post(PackNode node) {
    var fields = node.fields();
    var consortium = fields.needRefer("consortium", "consortium");
    var post = fields.needOneOf("post", Post.codes());
    var holder = fields.needText("holder");
    var manner = fields.needOneOf("manner", Manner.codes());
    var origin = fields.citation();
    fields.end();
    return post.isEmpty() || manner.isEmpty()
        ? Optional.empty()
        : Optional.of(ConcurrentPost.of(consortium, post, holder, manner, origin));
  }

  private static void checkAgainstParameter(Planned planned, PackReading reading) {
    var post = planned.post();
    var head = words(reading, post, HEAD);
    var member = words(reading, post, MEMBER);
    var agrees =
        switch (post.post()) {
          case CONSORTIUM_HEAD -> head.isEmpty() || head.contains(post.manner().code());
          case MEMBER_LEGAL_REPRESENTATIVE ->
              member.isEmpty() || member.contains("true") == (post.manner() == Manner.MAY);
          case PARTY_SECRETARY, LEADING_GROUP -> true;
        };
    if (!agrees) {
      planned.where().refuse(GovernanceProblem.POST_DIFFERS, post.post().code());
    }
  }

  private static List<String> words(PackReading reading, ConcurrentPost post, String key) {
    return List.copyOf(ParameterOverrides.words(reading, post.consortium(), key));
  }
}

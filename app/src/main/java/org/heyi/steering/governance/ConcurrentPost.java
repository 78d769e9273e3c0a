package org.heyi.steering.governance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.policy.Citation;

/// 兼任: one post whose holder also holds another (GOV-13).
///
/// @param holder the post that holds it as well, in the plan's words
public record ConcurrentPost(
    String consortium, Post post, String holder, Manner manner, Citation origin) {

  /// 职位: the post that is held besides.
  public enum Post {
    /// 医共体主要负责人.
    CONSORTIUM_HEAD,
    /// 成员单位法定代表人.
    MEMBER_LEGAL_REPRESENTATIVE,
    /// 党委书记.
    PARTY_SECRETARY,
    /// 集团领导班子.
    LEADING_GROUP;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
      return Arrays.stream(values()).map(Post::code).toList();
    }
  }

  /// 方式: how the plan means it.
  public enum Manner {
    ALWAYS,
    /// 原则上.
    IN_PRINCIPLE,
    /// 可以.
    MAY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
      return Arrays.stream(values()).map(Manner::code).toList();
    }
  }

  static ConcurrentPost of(
      String consortium, String post, String holder, String manner, Citation origin) {
    return new ConcurrentPost(
        consortium,
        Post.valueOf(post.toUpperCase(Locale.ROOT)),
        holder,
        Manner.valueOf(manner.toUpperCase(Locale.ROOT)),
        origin);
  }
}

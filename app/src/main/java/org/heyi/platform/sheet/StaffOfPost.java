package org.heyi.platform.sheet;

import java.util.Optional;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;

/// 在岗核对: who holds a post now, for work that goes on after the request that began it. The access
/// room implements it.
public interface StaffOfPost {

  /// Empty when the post is over or its account is not open.
  Optional<Staff> holder(PostId post);
}

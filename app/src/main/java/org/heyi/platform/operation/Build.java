package org.heyi.platform.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/// What the jar says about itself; nothing when it runs from unpackaged classes.
@Component
class Build {

  private final @Nullable BuildProperties properties;

  Build(ObjectProvider<BuildProperties> properties) {
    this.properties = properties.getIfAvailable();
  }

  String version() {
    var version = properties == null ? null : properties.getVersion();
    return version == null ? "" : version;
  }

  @Nullable Instant time() {
    return properties == null ? null : properties.getTime();
  }
}

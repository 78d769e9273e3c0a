package org.heyi.platform.access.role;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 角色表: the roles of `roles.yaml`, read at start and told to the database for its lists.
@Component
public class Roles implements SmartInitializingSingleton {

  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final RoleStore store;
  private final TransactionTemplate transaction;

  Roles(RoleStore store, TransactionTemplate transaction) {
    this.store = store;
    this.transaction = transaction;
    read().forEach(it -> roles.put(it.code(), it));
  }

  /// The file, without a database.
  public static Collection<Role> read() {
    try (var file =
        new InputStreamReader(
            new ClassPathResource("roles.yaml").getInputStream(), StandardCharsets.UTF_8)) {
      return RolesFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(_ -> store.replace(roles.values()));
  }

  public Optional<Role> find(String code) {
    return Optional.ofNullable(roles.get(code));
  }

  public Collection<Role> all() {
    return Collections.unmodifiableCollection(roles.values());
  }
}

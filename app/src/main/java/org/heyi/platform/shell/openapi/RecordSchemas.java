package org.heyi.platform.shell.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 记录的结构: how the shape of a record is described. All of it is always there, and nothing else; what
/// is `@Nullable` may be null.
final class RecordSchemas extends ModelResolver {

  private static final String REFERENCE = "#/components/schemas/";

  RecordSchemas(ObjectMapper mapper) {
    super(mapper, new WholeNames());
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    Schema<?> found = super.resolve(type, context, next);
    if (found != null && type.getType() != null) {
      var raw = _mapper.constructType(type.getType()).getRawClass();
      var whole = whole(found, context);
      if (raw.isRecord() && whole != null && whole.getProperties() != null) {
        describe(whole, raw.getRecordComponents());
      }
    }
    return found;
  }

  private static @Nullable Schema<?> whole(Schema<?> found, ModelConverterContext context) {
    var reference = found.get$ref();
    return reference == null
        ? found
        : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
  }

  private static void describe(Schema<?> whole, RecordComponent[] components) {
    whole.setRequired(List.copyOf(whole.getProperties().keySet()));
    whole.setAdditionalProperties(false);
    Arrays.stream(components)
        .filter(it -> it.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .forEach(it -> whole.getProperties().computeIfPresent(it, (_, kind) -> nullable(kind)));
  }

  /// A reference can say nothing besides itself.
  private static Schema<?> nullable(Schema<?> kind) {
    if (kind.get$ref() == null) {
      return kind.nullable(true);
    }
    var either = new ObjectSchema();
    either.setType(null);
    either.addAllOfItem(kind);
    either.setNullable(true);
    return either;
  }

  /// Records inside others have short names that are there more than once.
  private static final class WholeNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
      var outer = type.getEnclosingClass();
      return outer == null ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
    }
  }
}

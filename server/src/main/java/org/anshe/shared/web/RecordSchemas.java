package org.anshe.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as they are: a component that is not {@code @Nullable} is always there, one that is may be null.
 * Records of use cases and queries are named after their owner too, because many modules have a row or a filter.
 */
final class RecordSchemas extends ModelResolver {

    private static final String NULL = "null";

    RecordSchemas(ObjectMapper mapper) {
        super(mapper, new OwnedNames());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> following) {
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (raw == AreaKey.class) {
            return new Schema<String>(SpecVersion.V31)
                    .types(Set.of("string"))
                    .type("string")
                    .pattern("^[1-9][0-9]{18}$")
                    .description("Key of an area, 19 digits");
        }
        Schema<?> resolved = super.resolve(type, context, following);
        if (resolved != null && raw.isRecord()) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels()
                            .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
            describe(raw, model);
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Class<?> type, @Nullable Schema<?> model) {
        Map<String, Schema> properties = model == null ? null : model.getProperties();
        if (model == null || properties == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), orNull(property));
            } else {
                required.add(component.getName());
            }
        }
        model.setRequired(List.copyOf(required));
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.getAnyOf() != null) {
            return property;
        }
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))));
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes() == null ? Set.of() : property.getTypes());
        if (types.isEmpty() && property.getType() != null) {
            types.add(property.getType());
        }
        if (!types.isEmpty()) {
            types.add(NULL);
            property.setTypes(types);
        }
        return property;
    }

    private static final class OwnedNames extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            String name = type.getSimpleName();
            Class<?> owner = type.getEnclosingClass();
            if (owner == null || owner.getSimpleName().endsWith("Controller")) {
                return name;
            }
            String stem = owner.getSimpleName().replaceAll("(Queries|Repository|Views)$", "");
            return name.startsWith(stem) || stem.startsWith(name) ? name : stem + name;
        }
    }
}

package org.anshe.register.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.register.RegisterObjects;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registers as other modules see them. */
@Service
class ObjectDirectory implements RegisterObjects {

    /** Fields that name the person who answers for an object, in the order they count. */
    private static final List<String> ANSWERABLE = List.of("principal", "operator", "head", "safetyOfficer");

    private final ObjectQueries queries;
    private final RegisterNewObject registerNewObject;
    private final TypeRepository types;
    private final PersonalData personal;

    ObjectDirectory(
            ObjectQueries queries, RegisterNewObject registerNewObject, TypeRepository types, PersonalData personal) {
        this.queries = queries;
        this.registerNewObject = registerNewObject;
        this.types = types;
        this.personal = personal;
    }

    @Override
    public Optional<RegisterObject> find(Scope scope, UUID id) {
        return queries.findForOthers(scope, id);
    }

    @Override
    public Map<UUID, RegisterObject> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : queries.byIds(ids);
    }

    @Override
    public Optional<String> answerable(Caller caller, UUID id) {
        return queries.find(caller.scopeFor(ObjectAccess.VIEW), id)
                .filter(object -> personal.isOpenTo(caller, object))
                .map(RegisteredObject::content)
                .flatMap(content -> Stream.concat(
                                ANSWERABLE.stream().map(content.fields()::get), Stream.of(content.contactName()))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(name -> !name.isBlank())
                        .findFirst());
    }

    @Override
    public List<RegisterObject> select(Scope scope, ObjectFilter filter, @Nullable UUID after, int limit) {
        return queries.select(scope, filter, after, limit);
    }

    @Override
    public long count(Scope scope, ObjectFilter filter) {
        return queries.count(scope, filter);
    }

    @Override
    public Set<String> types() {
        return types.list().stream().map(RegisterType::code).collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public void register(Caller caller, List<NewObject> objects) {
        for (NewObject object : objects) {
            ObjectContent content = new ObjectContent(
                    object.name(),
                    object.area(),
                    object.unitId(),
                    object.address(),
                    null,
                    null,
                    null,
                    null,
                    object.fields());
            registerNewObject.register(
                    caller,
                    new RegisterNewObject.Command(
                            object.id(), object.type(), content, object.supervisionClass(), true));
        }
    }
}

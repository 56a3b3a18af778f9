package org.anshe.register.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.organisation.Units;
import org.anshe.register.internal.ListQueries.Filter;
import org.anshe.register.internal.Masking;
import org.anshe.register.internal.ObjectContent;
import org.anshe.register.internal.PersonalData;
import org.anshe.register.internal.RegisteredObject;
import org.anshe.register.internal.RevealObject;
import org.anshe.register.internal.TypeRepository;
import org.anshe.register.internal.type.FieldDefinition;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.register.web.ObjectPayloads.ProposedClass;
import org.anshe.register.web.ObjectPayloads.RegisterObjectDetail;
import org.anshe.register.web.ObjectPayloads.RegisterObjectRow;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.Page;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Objects as pages show them: with names for keys, with hints, masked where a list shows persons. */
@Component
class ObjectPresenter {

    private final TypeRepository types;
    private final Areas areas;
    private final Units units;
    private final PersonalData personal;
    private final Clock clock;

    ObjectPresenter(TypeRepository types, Areas areas, Units units, PersonalData personal, Clock clock) {
        this.types = types;
        this.personal = personal;
        this.areas = areas;
        this.units = units;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OfficeTime.ZONE);
    }

    /** What a list or an export was asked for; an area stands for all keys that count to it. */
    Filter filter(
            String type,
            @Nullable List<Integer> classes,
            @Nullable AreaKey area,
            @Nullable UUID unitId,
            @Nullable String text,
            boolean retired) {
        return new Filter(type, classes == null ? List.of() : classes, areas.rangesOf(area), unitId, text, retired);
    }

    Page<RegisterObjectRow> rows(RegisterType type, Page<RegisteredObject> page) {
        Set<AreaKey> keys = new HashSet<>();
        Set<UUID> unitIds = new HashSet<>();
        page.items().forEach(object -> {
            keys.add(object.content().area());
            if (object.content().unitId() != null) {
                unitIds.add(object.content().unitId());
            }
        });
        Map<AreaKey, String> areaNames = areas.names(keys);
        Map<UUID, String> unitNames = new HashMap<>();
        units.byIds(unitIds).forEach((id, unit) -> unitNames.put(id, unit.name()));
        Set<String> listed = type.definition().fields().stream()
                .filter(FieldDefinition::listed)
                .map(FieldDefinition::code)
                .collect(Collectors.toSet());
        return page.map(object -> row(type.definition(), listed, object, areaNames, unitNames));
    }

    private static RegisterObjectRow row(
            TypeDefinition type,
            Set<String> listed,
            RegisteredObject object,
            Map<AreaKey, String> areaNames,
            Map<UUID, String> unitNames) {
        ObjectContent content = object.content();
        Map<String, Object> fields = Masking.fields(type, content.fields());
        fields.keySet().retainAll(listed);
        return new RegisterObjectRow(
                object.id(),
                content.name(),
                content.area(),
                areaNames.get(content.area()),
                content.unitId(),
                content.unitId() == null ? null : unitNames.get(content.unitId()),
                content.address(),
                object.supervisionClass(),
                Masking.text(content.contactName()),
                Masking.phone(content.contactPhone()),
                fields,
                object.registeredAt(),
                object.retiredAt());
    }

    /** The object as this caller sees it without asking for more. */
    RegisterObjectDetail detail(Caller caller, RegisteredObject object) {
        return detail(caller, object, !personal.isOpenTo(caller, object));
    }

    RegisterObjectDetail revealed(Caller caller, RegisteredObject object) {
        return detail(caller, object, false);
    }

    private RegisterObjectDetail detail(Caller caller, RegisteredObject object, boolean masked) {
        ObjectContent shown = masked ? personal.masked(object) : object.content();
        ObjectContent content = object.content();
        TypeDefinition type = types.get(object.type()).definition();
        return new RegisterObjectDetail(
                object.id(),
                object.type(),
                object.version(),
                content.name(),
                content.area(),
                areas.path(content.area()),
                content.unitId(),
                unitName(content.unitId()),
                content.address(),
                content.longitude(),
                content.latitude(),
                shown.contactName(),
                shown.contactPhone(),
                shown.fields(),
                object.supervisionClass(),
                object.classSince(),
                proposed(type, content.fields()),
                type.hintsFor(content.fields(), today()),
                object.registeredAt(),
                object.registeredBy(),
                object.importId(),
                object.retiredAt(),
                object.retiredReason(),
                caller.may("register.edit", content.area(), content.unitId()),
                masked,
                masked && caller.may(RevealObject.REVEAL, content.area(), content.unitId()));
    }

    @Nullable ProposedClass proposed(TypeDefinition type, Map<String, ?> fields) {
        return type.classFor(fields, today())
                .map(rule -> new ProposedClass(rule.supervisionClass(), rule.text()))
                .orElse(null);
    }

    private @Nullable String unitName(@Nullable UUID id) {
        return id == null
                ? null
                : units.find(id).map(Units.Unit::name).map(Objects::toString).orElse(null);
    }
}

package org.anshe.register.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.type.CommonMembers;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.shared.AreaKey;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Component;

/** Brings what was sent into the form in which it is stored, or refuses it with an error for each field. */
@Component
class ContentCheck {

    private final Areas areas;
    private final Units units;
    private final KeyReferences references;

    ContentCheck(Areas areas, Units units, KeyReferences references) {
        this.areas = areas;
        this.units = units;
        this.references = references;
    }

    ObjectContent check(TypeDefinition type, ObjectContent sent) {
        List<FieldError> errors = new ArrayList<>();
        CommonMembers common = CommonMembers.read(
                sent.name(),
                sent.address(),
                sent.longitude(),
                sent.latitude(),
                sent.contactName(),
                sent.contactPhone(),
                errors);
        AreaKey area = areas.current(sent.area());
        areas.getActive(area);
        if (sent.unitId() != null) {
            units.getActive(sent.unitId());
        }
        FieldValues fields = FieldValues.read(type, sent.fields(), references);
        errors.addAll(fields.errors());
        if (!errors.isEmpty()) {
            throw new ProblemException(RegisterProblem.FIELDS_INVALID, Map.of(), errors);
        }
        return new ObjectContent(
                common.name(),
                area,
                sent.unitId(),
                common.address(),
                common.longitude(),
                common.latitude(),
                common.contactName(),
                common.contactPhone(),
                fields.values());
    }
}

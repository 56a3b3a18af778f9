package org.anshe.register.internal;

import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.register.internal.type.References;
import org.anshe.shared.AreaKey;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Component;

/** A request names areas and units by their keys. */
@Component
class KeyReferences implements References {

    private final Areas areas;
    private final Units units;

    KeyReferences(Areas areas, Units units) {
        this.areas = areas;
        this.units = units;
    }

    @Override
    public Optional<AreaKey> area(String text) {
        return text.matches("[1-9][0-9]{18}") ? areas.find(AreaKey.parse(text)).map(Areas.Area::key) : Optional.empty();
    }

    @Override
    public Optional<UUID> unit(String text) {
        try {
            return units.find(UUID.fromString(text)).map(Units.Unit::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.anshe.territory.internal;

import java.util.List;
import org.anshe.identity.ScopeAreas;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Tells the identity module, which cannot ask upward, what the areas of a person are called. */
@Component
class AreasForIdentity implements ScopeAreas {

    private final AreaQueries areas;

    AreasForIdentity(AreaQueries areas) {
        this.areas = areas;
    }

    @Override
    public List<NamedArea> tops(Scope scope) {
        return areas.tops(scope).stream()
                .map(row -> new NamedArea(row.key(), row.name()))
                .toList();
    }
}

package org.anshe.identity;

import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;

/** What this module must know of areas. They live above it, so the territory module provides the answers. */
public interface ScopeAreas {

    /** An area by name. */
    record NamedArea(AreaKey key, String name) {}

    /** The topmost areas of a scope, in their order: where a person's tree of areas begins. */
    List<NamedArea> tops(Scope scope);
}

package org.anshe.hazard.internal;

import org.anshe.hazard.internal.db.Tables;
import org.anshe.hazard.internal.db.tables.Hazard;

/** The table {@code hazard.hazard} by its own name; the generator gives the plain one to the schema. */
final class HazardTables {

    static final Hazard HAZARD = Tables.HAZARD_;

    private HazardTables() {}
}

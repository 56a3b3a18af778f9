package org.anshe.register;

import org.anshe.shared.ProblemType;

/** Refusals of the register module. */
public enum RegisterProblem implements ProblemType {
    UNKNOWN_TYPE("unknown-type", 404, "There is no register of this type"),
    TYPE_TAKEN("type-taken", 409, "There is a register of this code already"),
    TYPE_INVALID("type-invalid", 400, "The definition of the register does not hold together"),
    TYPES_HOLD_EVERYWHERE("types-hold-everywhere", 403, "Only who manages types everywhere may change one"),
    TYPE_RETIRED("type-retired", 409, "This register takes no new objects"),
    FIELDS_INVALID("fields-invalid", 400, "Some fields do not fit the register"),
    OUTSIDE_AREA("outside-area", 403, "The caller may not write in this area"),
    DUPLICATE("duplicate", 409, "There seems to be the same object already"),
    RETIRED("retired", 409, "The object is retired"),
    NOT_RETIRED("not-retired", 409, "The object is not retired"),
    IMPORT_STATE("import-state", 409, "The import is not at the step this needs"),
    IMPORT_HAS_BAD_ROWS("import-has-bad-rows", 409, "Some rows are wrong and leaving them out was not agreed to"),
    IMPORT_TOO_LONG("import-too-long", 413, "The table has more rows than one import takes"),
    IMPORT_INTERRUPTED("import-interrupted", 409, "The process that ran the import ended in the middle"),
    IMPORT_COLUMNS("import-columns", 400, "The table lacks columns that must be filled");

    private final String slug;
    private final int status;
    private final String title;

    RegisterProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "register";
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}

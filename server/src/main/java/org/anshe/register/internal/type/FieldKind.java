package org.anshe.register.internal.type;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a field of a register holds. */
public enum FieldKind {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("integer")
    INTEGER,
    /** A day without a time, {@code 2026-05-31}. */
    @JsonProperty("date")
    DATE,
    @JsonProperty("boolean")
    BOOLEAN,
    /** The code of one of the field's choices. */
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("phone")
    PHONE,
    /** The unified credit code of an organisation, 18 characters with a check character. */
    @JsonProperty("credit-code")
    CREDIT_CODE,
    /** The key of an area, 19 digits. */
    @JsonProperty("area")
    AREA,
    /** The id of a unit. */
    @JsonProperty("unit")
    UNIT
}

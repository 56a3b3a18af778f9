package org.anshe.report.internal;

/** By what common problems are grouped. */
public enum ProblemDimension {
    DOMAIN,
    AREA,
    OBJECT_TYPE,
    /** The checklist item a hazard came from; hazards that came from no check are left out. */
    ITEM
}

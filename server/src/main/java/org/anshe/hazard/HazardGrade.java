package org.anshe.hazard;

/** How grave a hazard is (一般隐患, 重大隐患). */
public enum HazardGrade {
    GENERAL,
    MAJOR
}

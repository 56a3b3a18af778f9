package org.anshe.enforcement;

/** How a unit of a joint action stands to it. */
public enum UnitAnswer {
    LEADING,
    INVITED,
    AGREED,
    DECLINED
}

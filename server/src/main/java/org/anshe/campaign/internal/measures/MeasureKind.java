package org.anshe.campaign.internal.measures;

/** What an institutional measure is (制度、操作规程、办法、预案、标准). */
public enum MeasureKind {
    INSTITUTION,
    PROCEDURE,
    RULES,
    PLAN,
    STANDARD,
    OTHER
}

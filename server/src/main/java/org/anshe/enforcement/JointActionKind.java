package org.anshe.enforcement;

/** What several units do together: joint enforcement (联合执法) or a joint meeting (联席会议). */
public enum JointActionKind {
    ENFORCEMENT,
    MEETING
}

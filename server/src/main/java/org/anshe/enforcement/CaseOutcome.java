package org.anshe.enforcement;

/** What became of a case; several may come together. */
public enum CaseOutcome {
    /** 罚款, with the amount. */
    FINED,
    /** 责令停止. */
    ORDERED_TO_STOP,
    /** 取缔关闭. */
    CLOSED_DOWN,
    /** 没收. */
    CONFISCATED,
    /** 吊销许可. */
    LICENCE_WITHDRAWN,
    /** 警告. */
    WARNED,
    /** 移交公安机关. */
    TO_POLICE,
    /** 移送司法机关. */
    TO_JUSTICE,
    /** 不构成违法; never with another outcome. */
    NO_OFFENCE,
    /** Told in words. */
    OTHER
}

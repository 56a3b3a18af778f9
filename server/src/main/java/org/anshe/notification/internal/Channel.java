package org.anshe.notification.internal;

/** Ways to a person outside the inbox that the person may refuse: e-mail, and targets that reach one person (SMS). */
public enum Channel {
    EMAIL,
    MESSAGE
}

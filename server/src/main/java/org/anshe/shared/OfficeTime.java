package org.anshe.shared;

import java.time.ZoneId;

/** The office's time zone: every rule about days is read in it. */
public final class OfficeTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private OfficeTime() {}
}

package org.anshe.territory;

import java.time.Instant;
import org.anshe.shared.AreaKey;

/**
 * An area got another key, because it was re-coded or merged; areas below it are announced one by one. Rows that carry
 * the old key need no change: {@link Areas#ranges} and every caller's scope count them to the new area.
 *
 * @param joined whether the new key is that of an area that was there before, which now holds more than this one did
 */
public record AreaRecoded(AreaKey from, AreaKey to, boolean joined, Instant at) {}

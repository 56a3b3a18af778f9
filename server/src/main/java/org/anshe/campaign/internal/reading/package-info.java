/**
 * Reads a Chinese plan document (方案, 计划) into outline, stages, responsibilities, deadlines, recurrences and
 * targets. A layered grammar: document source, normalised paragraphs, outline, dates and spans, periods and
 * quantities, unit names, six readers, warnings. Every finding carries the passage it was read from.
 */
@NullMarked
package org.anshe.campaign.internal.reading;

import org.jspecify.annotations.NullMarked;

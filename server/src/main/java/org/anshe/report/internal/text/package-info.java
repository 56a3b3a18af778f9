/** Sentences of official Chinese documents, made from numbers that may be missing. */
@org.jspecify.annotations.NullMarked
package org.anshe.report.internal.text;

/** Word files in the layout of official documents. */
@org.jspecify.annotations.NullMarked
package org.anshe.report.internal.word;

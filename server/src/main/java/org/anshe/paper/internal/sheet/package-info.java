/** What stands on a paper, and its two forms: PDF and Word. */
@org.jspecify.annotations.NullMarked
package org.anshe.paper.internal.sheet;

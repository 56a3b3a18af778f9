/** Stored events: what was published, what failed, and how it is delivered again. */
@org.jspecify.annotations.NullMarked
package org.anshe.shared.internal;

/** Safety nets over the whole application: what leaks, who gets in, what is told, what is published. */
@org.jspecify.annotations.NullMarked
package org.anshe.safety;

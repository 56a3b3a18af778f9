/** Clock policies: how long what may take, who may extend it, and what follows when it runs out; see ADR 0043. */
@org.jspecify.annotations.NullMarked
package org.anshe.hazard.internal.policy;

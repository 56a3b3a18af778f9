@org.jspecify.annotations.NullMarked
package org.anshe.hazard.internal;

@org.jspecify.annotations.NullMarked
package org.anshe.audit.internal;

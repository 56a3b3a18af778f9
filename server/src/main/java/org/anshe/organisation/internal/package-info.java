@org.jspecify.annotations.NullMarked
package org.anshe.organisation.internal;

@org.jspecify.annotations.NullMarked
package org.anshe.enforcement.internal;

@org.jspecify.annotations.NullMarked
package org.anshe.register.internal;

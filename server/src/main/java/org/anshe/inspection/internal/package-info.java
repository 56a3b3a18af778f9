@org.jspecify.annotations.NullMarked
package org.anshe.inspection.internal;

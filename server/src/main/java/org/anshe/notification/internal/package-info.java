@org.jspecify.annotations.NullMarked
package org.anshe.notification.internal;

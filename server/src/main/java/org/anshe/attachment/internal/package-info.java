@org.jspecify.annotations.NullMarked
package org.anshe.attachment.internal;

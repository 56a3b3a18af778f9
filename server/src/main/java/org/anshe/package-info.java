/** Anshe, the working system of a safe community: one folder per module. */
@org.jspecify.annotations.NullMarked
package org.anshe;

/** What a type of register is: its fields, what they may hold, and what follows from them. No SQL, no Spring. */
@org.jspecify.annotations.NullMarked
package org.anshe.register.internal.type;

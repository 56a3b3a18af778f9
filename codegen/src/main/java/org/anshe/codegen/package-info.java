/** Generates the SQL classes of each module at build time. */
@org.jspecify.annotations.NullMarked
package org.anshe.codegen;

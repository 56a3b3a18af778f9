/** A real PostgreSQL kept in a data directory, and the order in which the modules' migrations run. */
@org.jspecify.annotations.NullMarked
package org.anshe.postgres;

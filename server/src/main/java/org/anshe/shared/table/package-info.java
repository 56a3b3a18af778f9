/**
 * Tables people bring and take: CSV and Excel files read row by row, what is wrong with a row, and Excel files written
 * as a stream.
 */
@org.jspecify.annotations.NullMarked
package org.anshe.shared.table;

@org.jspecify.annotations.NullMarked
package org.anshe.shared.sql;

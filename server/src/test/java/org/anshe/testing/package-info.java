/** What tests share: a real database, a clock that moves, people with roles. */
@org.jspecify.annotations.NullMarked
package org.anshe.testing;

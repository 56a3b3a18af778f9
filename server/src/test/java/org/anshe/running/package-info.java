/** Tests of the server as a process of its own. */
@org.jspecify.annotations.NullMarked
package org.anshe.running;

/**
 * The demonstration street: an invented place with the size of a real one, and half a year of work done through the
 * same use cases that people use, under a clock that is moved.
 */
@NullMarked
package org.anshe.demo;

import org.jspecify.annotations.NullMarked;

@org.jspecify.annotations.NullMarked
package org.anshe.deadline.web;

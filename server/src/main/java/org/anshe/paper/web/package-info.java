@org.jspecify.annotations.NullMarked
package org.anshe.paper.web;

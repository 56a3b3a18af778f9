@org.jspecify.annotations.NullMarked
package org.anshe.identity.web;

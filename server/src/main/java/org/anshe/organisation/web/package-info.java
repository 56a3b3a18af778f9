@org.jspecify.annotations.NullMarked
package org.anshe.organisation.web;

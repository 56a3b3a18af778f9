@org.jspecify.annotations.NullMarked
package org.anshe.territory.web;

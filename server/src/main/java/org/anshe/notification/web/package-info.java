@org.jspecify.annotations.NullMarked
package org.anshe.notification.web;

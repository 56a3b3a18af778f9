/** What people are told: the inbox, live push, and messages by e-mail and webhook. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity"})
package org.anshe.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Files: checked, stripped of what pictures tell about their maker, kept by content, shown to who may see what they belong to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity"})
package org.anshe.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@org.jspecify.annotations.NullMarked
package org.anshe.report.web;

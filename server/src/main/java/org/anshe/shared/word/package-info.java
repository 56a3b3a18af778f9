/** What every Word file of the office has in common: page, page numbers, fonts and styles of official documents. */
@org.jspecify.annotations.NullMarked
package org.anshe.shared.word;

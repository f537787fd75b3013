/** The documents as a reader has them: a folder of pages in a browser. */
@NullMarked
package dev.aisle.e2e.site;

import org.jspecify.annotations.NullMarked;

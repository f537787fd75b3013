/** Markdown files of the project become pages with a navigation, a search and links that are checked. Nothing is fetched, and pages work from a folder. */
@NullMarked
package dev.aisle.publish.site;

import org.jspecify.annotations.NullMarked;

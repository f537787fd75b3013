/**
 * The shell of the consoles: the frame of a page, its navigation, words, errors and protection. A service's own pages stand beside its REST
 * resources and are shown by {@link dev.aisle.platform.console.Console}; docs/console.md says how a page is added.
 */
@NullMarked
package dev.aisle.platform.console;

import org.jspecify.annotations.NullMarked;

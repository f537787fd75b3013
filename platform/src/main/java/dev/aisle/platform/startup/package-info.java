/** How a service begins: what stands in its way is told in one line, and while it may pass by itself it is waited for. */
@NullMarked
package dev.aisle.platform.startup;

import org.jspecify.annotations.NullMarked;
